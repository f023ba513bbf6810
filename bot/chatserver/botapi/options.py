"""The arguments that all send methods share: topic, reply, keyboard, protection.

Accepted and without effect here: `disable_notification`, `message_effect_id`, `allow_paid_broadcast`.
"""

from dataclasses import dataclass

from bot.chatserver.botapi.arguments import to_integer
from bot.chatserver.botapi.keyboards import read_markup
from bot.chatserver.botapi.registry import Call
from bot.chatserver.botapi.replies import read_reply
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Json, Topic
from bot.chatserver.world.messages import Draft, find_message
from bot.chatserver.world.topics import GENERAL, is_shut


@dataclass(frozen=True)
class Options:
    reply_to: int | None
    quote: Json | None
    external: Json | None
    thread_id: int | None
    inline: Json | None
    keyboard: Json | None
    protect: bool

    def draft(self, content: Json, sender_id: int) -> Draft:
        """The message with this content, sent as the call wants it."""
        around: Json = {"external_reply": self.external} if self.external else {}
        if self.protect:
            around["has_protected_content"] = True
        if self.inline:
            around["reply_markup"] = self.inline
        return Draft(
            content=content | around,
            sender_id=sender_id,
            thread_id=self.thread_id,
            reply_to=self.reply_to,
            quote=self.quote,
            keyboard=self.keyboard,
        )


def read_options(call: Call, chat: Chat) -> Options:
    """The options of a message that goes into the chat.

    :raises BadRequest: one of them is broken, or names a topic or message that is not there.
    """
    markup = read_markup(call.arguments, chat)
    thread_id = read_thread(call, chat)
    reply = read_reply(call, chat, thread_id)
    _require_open(call, chat, thread_id, reply.to)
    return Options(
        reply_to=reply.to,
        quote=reply.quote,
        external=reply.external,
        thread_id=thread_id,
        inline=markup.inline,
        keyboard=markup.keyboard,
        protect=call.arguments.flag("protect_content"),
    )


def read_thread(call: Call, chat: Chat) -> int | None:
    """The topic of `message_thread_id`; chats without topics ignore it (Client.cpp:8263-8300)."""
    thread_id = to_integer(call.arguments.text("message_thread_id"))
    if thread_id <= 0 or not (chat.is_forum or chat.kind == "private"):
        return None
    topic = call.tx.session.get(Topic, (chat.id, thread_id))
    if topic is None or topic.deleted or (chat.is_forum and thread_id == GENERAL):
        raise BadRequest("message thread not found")
    return thread_id


def _require_open(call: Call, chat: Chat, thread_id: int | None, reply_to: int | None) -> None:
    """:raises BadRequest: the topic, be it that of the message replied to, is closed to the bot."""
    original = find_message(call.tx, chat, reply_to) if reply_to is not None else None
    thread_id = thread_id or (original.thread_id if original is not None else None)
    if is_shut(call.tx, chat, thread_id, call.bot.id):
        raise BadRequest("TOPIC_CLOSED")
