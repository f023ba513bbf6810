"""Who the bot is."""

from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.models import Json, User
from bot.chatserver.world.users import show_user


@method("getMe")
def get_me(call: Call) -> Json:
    return show_user(call.tx.session.get_one(User, call.bot.id)) | {
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.reads_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }
