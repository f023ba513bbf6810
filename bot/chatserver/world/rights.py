"""What administrators and members may do, and members as the Bot API shows them."""

from collections.abc import Mapping

from bot.chatserver.models import Chat, Json, Member, User
from bot.chatserver.store import Transaction
from bot.chatserver.world.users import show_user

_CHANNEL = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
_GROUP = ("can_pin_messages", "can_manage_tags")
_ANYWHERE = (
    "can_manage_chat", "can_change_info", "can_delete_messages", "can_invite_users", "can_restrict_members",
    "can_promote_members", "can_manage_video_chats", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "is_anonymous",
)  # fmt: skip
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users",
    "can_pin_messages", "can_manage_topics",
)  # fmt: skip
# What a group lets all its members do here. Bots need it granted to them (DialogParticipant.cpp:apply_restrictions).
GROUP_PERMISSIONS = {name: name not in {"can_change_info", "can_pin_messages"} for name in PERMISSIONS}
# Client.cpp:16726
ADMIN_RIGHTS = {
    "group": _ANYWHERE + _GROUP,
    "supergroup": (*_ANYWHERE, *_GROUP, "can_manage_topics"),
    "channel": _ANYWHERE + _CHANNEL,
}


def has_right(tx: Transaction, chat: Chat, user_id: int, right: str) -> bool:
    """Whether this administrator has the right; the creator has every one."""
    member = tx.session.get(Member, (chat.id, user_id))
    if member is None or member.status not in {"creator", "administrator"}:
        return False
    return member.status == "creator" or bool(member.rights.get(right))


def is_anonymous(tx: Transaction, chat: Chat, user_id: int | None) -> bool:
    """Whether what this administrator does stands in the group's name; only supergroups have such."""
    member = tx.session.get(Member, (chat.id, user_id)) if user_id is not None else None
    if chat.kind != "supergroup" or member is None or member.status not in {"creator", "administrator"}:
        return False
    return bool(member.rights.get("is_anonymous"))


def show_rights(kind: str, rights: Mapping[str, object]) -> Json:
    """The Bot API's ChatAdministratorRights for this kind of chat."""
    return {name: bool(rights.get(name, False)) for name in ADMIN_RIGHTS[kind]}


def show_member(chat: Chat, user: User, member: Member | None) -> Json:
    """The Bot API's ChatMember."""
    status = member.status if member is not None else "left"
    rights = member.rights if member is not None else {}
    shown: Json = {"user": show_user(user), "status": status}
    if status == "creator":
        shown["is_anonymous"] = bool(rights.get("is_anonymous"))
    elif status == "administrator":
        # Every other right implies can_manage_chat (Bot API: ChatMemberAdministrator).
        shown |= {"can_be_edited": False} | show_rights(chat.kind, rights) | {"can_manage_chat": True}
    elif status == "restricted":
        shown |= {"is_member": True, "until_date": 0} | {name: bool(rights.get(name)) for name in PERMISSIONS}
    elif status == "kicked":
        shown["until_date"] = 0
    return shown
