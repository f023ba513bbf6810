"""What of Bot API 10.0 could be shown by a server, and what of it this server never shows: all else is for scenes."""

from collections.abc import Iterable

from aiogram.enums import ChatMemberStatus, MessageEntityType
from aiogram.types import Message, Update

from tests.conformance.models import is_deprecated

NO_SUCH_UPDATES = """
    business_connection business_message edited_business_message deleted_business_messages guest_message
    message_reaction message_reaction_count inline_query chosen_inline_result shipping_query pre_checkout_query
    purchased_paid_media poll poll_answer chat_join_request chat_boost removed_chat_boost managed_bot
"""
# Nobody forwards, votes, plays, pays, gives, boosts or calls here, and no bot acts for a business.
NO_SUCH_FIELDS = """
    direct_messages_topic sender_boost_count sender_business_bot sender_tag guest_query_id business_connection_id
    forward_origin is_automatic_forward reply_to_story reply_to_checklist_task_id reply_to_poll_option_id via_bot
    guest_bot_caller_user guest_bot_caller_chat is_from_offline is_paid_post author_signature paid_star_count
    suggested_post_info effect_id live_photo paid_media story checklist game poll chat_owner_left chat_owner_changed
    new_chat_photo delete_chat_photo message_auto_delete_timer_changed invoice successful_payment refunded_payment
    users_shared chat_shared gift unique_gift gift_upgrade_sent connected_website write_access_allowed passport_data
    proximity_alert_triggered boost_added chat_background_set checklist_tasks_done checklist_tasks_added
    direct_message_price_changed general_forum_topic_hidden general_forum_topic_unhidden giveaway_created giveaway
    giveaway_winners giveaway_completed managed_bot_created paid_message_price_changed poll_option_added
    poll_option_deleted suggested_post_approved suggested_post_approval_failed suggested_post_declined
    suggested_post_paid suggested_post_refunded video_chat_scheduled video_chat_started video_chat_ended
    video_chat_participants_invited web_app_data
"""
# Telegram finds phone numbers on its own side, not where the official Bot API server could.
NO_SUCH_ENTITIES = "phone_number"

UPDATES = frozenset(f"Update.{name}" for name in Update.model_fields) - {"Update.update_id"}
MESSAGE_FIELDS = frozenset(
    f"Message.{field.alias or name}" for name, field in Message.model_fields.items() if not is_deprecated(field)
)
ENTITIES = frozenset(f"MessageEntity={kind.value}" for kind in MessageEntityType)
STATUSES = frozenset(status.value for status in ChatMemberStatus)
NEVER_SHOWN = frozenset(
    [f"Update.{name}" for name in NO_SUCH_UPDATES.split()]
    + [f"Message.{name}" for name in NO_SUCH_FIELDS.split()]
    + [f"MessageEntity={name}" for name in NO_SUCH_ENTITIES.split()]
)


def statuses_in(shown: Iterable[str]) -> frozenset[str]:
    """The statuses among names such as `ChatMemberOwner=creator`."""
    return frozenset(name.partition("=")[2] for name in shown if name.startswith("ChatMember") and "=" in name)
