"""Forum topics (Client.cpp:14953-15095, ForumTopicManager.cpp:513-1050)."""

from bot.chatserver.botapi.arguments import to_integer
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.targets import has_right, joined_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Json, Topic
from bot.chatserver.text import clean_name
from bot.chatserver.world import topics
from bot.chatserver.world.topics import GENERAL, ICON_COLORS

MAX_NAME = 128


@method("createForumTopic")
def create_forum_topic(call: Call) -> Json:
    chat = _forum(call)
    if not has_right(call, chat, "can_manage_topics"):
        raise BadRequest("not enough rights to create a topic")
    name = clean_name(call.arguments.text("name"), MAX_NAME)
    if not name:
        raise BadRequest("name must be non-empty")
    emoji = call.arguments.text("icon_custom_emoji_id") or None
    topic = topics.create_topic(call.tx, chat, call.bot.id, name, icon_color=_icon_color(call), emoji=emoji)
    shown: Json = {"message_thread_id": topic.thread_id, "name": topic.name, "icon_color": topic.icon_color}
    return shown | ({"icon_custom_emoji_id": emoji} if emoji else {})


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    emoji = call.arguments.text("icon_custom_emoji_id") if "icon_custom_emoji_id" in call.arguments.values else None
    return _edit(call, _thread_id(call), emoji)


@method("editGeneralForumTopic")
def edit_general_forum_topic(call: Call) -> bool:
    return _edit(call, GENERAL, None)


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    return _set_closed(call, _thread_id(call), closed=True)


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    return _set_closed(call, _thread_id(call), closed=False)


@method("closeGeneralForumTopic")
def close_general_forum_topic(call: Call) -> bool:
    return _set_closed(call, GENERAL, closed=True)


@method("reopenGeneralForumTopic")
def reopen_general_forum_topic(call: Call) -> bool:
    return _set_closed(call, GENERAL, closed=False)


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    chat = _forum(call)
    topic = _topic(call, chat, _thread_id(call), "can_delete_messages", "not enough rights to delete the topic")
    if topic.thread_id == GENERAL:
        raise BadRequest("TOPIC_ID_INVALID")
    topics.delete_topic(call.tx, chat, topic.thread_id)
    return True


def _edit(call: Call, thread_id: int, emoji: str | None) -> bool:
    chat = _forum(call)
    topic = _topic(call, chat, thread_id, "can_manage_topics", "not enough rights to edit the topic")
    given = call.arguments.text("name")
    name = clean_name(given, MAX_NAME) if given else None
    if name == "":
        raise BadRequest("name must be non-empty")
    if name is None and emoji is None:
        return True
    if name in {None, topic.name} and emoji in {None, topic.icon_custom_emoji_id or ""}:
        raise BadRequest("TOPIC_NOT_MODIFIED")
    topics.edit_topic(call.tx, chat, topic, call.bot.id, name=name, emoji=emoji)
    return True


def _set_closed(call: Call, thread_id: int, *, closed: bool) -> bool:
    chat = _forum(call)
    topic = _topic(call, chat, thread_id, "can_manage_topics", "not enough rights to close or open the topic")
    if topic.closed == closed:
        raise BadRequest("TOPIC_NOT_MODIFIED")
    (topics.close_topic if closed else topics.reopen_topic)(call.tx, chat, topic, call.bot.id)
    return True


def _forum(call: Call) -> Chat:
    chat = joined_chat(call)
    if not chat.is_forum:
        raise BadRequest("the chat is not a forum")
    return chat


def _thread_id(call: Call) -> int:
    return max(to_integer(call.arguments.text("message_thread_id")), 0)


def _topic(call: Call, chat: Chat, thread_id: int, right: str, refusal: str) -> Topic:
    """The topic, if the bot has this right or opened it itself.

    :raises BadRequest: `refusal` if not; or there is no such topic.
    """
    if not thread_id:
        raise BadRequest("invalid forum topic identifier specified")
    topic = topics.find_topic(call.tx, chat, thread_id)
    if not has_right(call, chat, right) and (topic is None or topic.creator_id != call.bot.id):
        raise BadRequest(refusal)
    if topic is None:
        raise BadRequest("TOPIC_ID_INVALID")
    return topic


def _icon_color(call: Call) -> int:
    """The color that was asked for. Telegram knows six (Bot API: createForumTopic)."""
    color = call.arguments.integer("icon_color") or ICON_COLORS[0]
    if color not in ICON_COLORS:
        raise BadRequest("invalid icon color specified")
    return color
