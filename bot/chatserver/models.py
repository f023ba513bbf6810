"""The tables of the chat server's own store.

Ids that the Bot API shows are Telegram's kind: a user's is positive, a group's negative, a supergroup's or channel's
starts with -100. A private chat has no id of its own there (a bot sees the user's), so chats have an inner `id`, which
is also what phones use. Times are Unix seconds.
"""

from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Json = dict[str, Any]
# SQLite numbers only a column of exactly this type by itself.
Serial = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {
        int: BigInteger,
        Json: JSON(none_as_null=True),
        list[Json]: JSON,
        list[str]: JSON,
        list[int]: JSON,
    }


class User(Base):
    """A person or a bot."""

    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    is_bot: Mapped[bool] = mapped_column(default=False)
    first_name: Mapped[str]
    last_name: Mapped[str | None]
    username: Mapped[str | None] = mapped_column(unique=True)
    language_code: Mapped[str | None]
    deactivated: Mapped[bool] = mapped_column(default=False)


class Bot(Base):
    """What only bots have: the token (hashed), the webhook and how the bot describes itself."""

    __tablename__ = "bots"
    id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True, autoincrement=False)
    token_hash: Mapped[str] = mapped_column(unique=True)
    reads_all_group_messages: Mapped[bool] = mapped_column(default=False)
    next_update_id: Mapped[int]
    last_update_at: Mapped[int] = mapped_column(default=0)
    allowed_updates: Mapped[list[str] | None]
    webhook: Mapped[Json | None]
    profile: Mapped[Json] = mapped_column(default=dict)


class Chat(Base):
    """A private chat (`user_id` with `bot_id`), group, supergroup or channel (`api_id`)."""

    __tablename__ = "chats"
    __table_args__ = (UniqueConstraint("bot_id", "user_id"),)
    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    kind: Mapped[str]
    api_id: Mapped[int | None] = mapped_column(unique=True)
    bot_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    title: Mapped[str | None]
    username: Mapped[str | None] = mapped_column(unique=True)
    description: Mapped[str | None]
    is_forum: Mapped[bool] = mapped_column(default=False)
    migrated_to: Mapped[int | None] = mapped_column(ForeignKey("chats.id"))
    next_message_id: Mapped[int] = mapped_column(default=1)
    pinned: Mapped[list[int]] = mapped_column(default=list)


class Member(Base):
    """Somebody's place in a chat. `status` is the Bot API's; `left_seq` is the last event a former member saw."""

    __tablename__ = "members"
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True, index=True)
    status: Mapped[str] = mapped_column(default="member")
    rights: Mapped[Json] = mapped_column(default=dict)
    read_up_to: Mapped[int] = mapped_column(default=0)
    read_at: Mapped[int] = mapped_column(default=0)
    left_seq: Mapped[int | None]


class Topic(Base):
    """A forum topic; its id is the message id of the service message that created it.

    The General topic is 1 and has a row only once something was done to it; its messages have no thread.
    """

    __tablename__ = "topics"
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), primary_key=True)
    thread_id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    icon_color: Mapped[int]
    icon_custom_emoji_id: Mapped[str | None]
    creator_id: Mapped[int]
    closed: Mapped[bool] = mapped_column(default=False)
    deleted: Mapped[bool] = mapped_column(default=False)


class Message(Base):
    """A message as it now is. `content` holds the Bot API's content fields (text, photo, inline keyboard, …).

    `keyboard` is what only phones are shown: a ReplyKeyboardMarkup, ReplyKeyboardRemove or ForceReply.
    `as_chat` hides the sender: the message stands in the group's own name, as an anonymous administrator's does.
    """

    __tablename__ = "messages"
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), primary_key=True)
    message_id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int | None]
    sender_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    as_chat: Mapped[bool] = mapped_column(default=False)
    date: Mapped[int]
    edit_date: Mapped[int | None]
    reply_to: Mapped[int | None]
    quote: Mapped[Json | None]
    content: Mapped[Json]
    keyboard: Mapped[Json | None]
    deleted: Mapped[bool] = mapped_column(default=False)


_WITH_KEYBOARD = Message.keyboard.is_not(None)
Index(
    "ix_messages_keyboard",
    Message.chat_id,
    Message.message_id,
    sqlite_where=_WITH_KEYBOARD,
    postgresql_where=_WITH_KEYBOARD,
)


class Update(Base):
    """An update that its bot has not confirmed. `queue` orders webhook deliveries (WebhookActor.cpp)."""

    __tablename__ = "updates"
    __table_args__ = (Index("ix_updates_expiry", "bot_id", "expires_at"),)
    bot_id: Mapped[int] = mapped_column(ForeignKey("bots.id"), primary_key=True)
    update_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    queue: Mapped[int]
    payload: Mapped[str] = mapped_column(Text)
    expires_at: Mapped[int]


class Event(Base):
    """The one log of what happened in chats: phones draw their screens from it, the truth ledger prints it.

    `user_id` is set for what one person alone sees (a toast). `detail` keeps what the message row no longer tells,
    such as the content before an edit.
    """

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_chat_seq", "chat_id", "seq"), {"sqlite_autoincrement": True})
    seq: Mapped[int] = mapped_column(Serial, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    user_id: Mapped[int | None]
    kind: Mapped[str]
    message_id: Mapped[int | None]
    detail: Mapped[Json | None]
    at: Mapped[int]


class Tap(Base):
    """A tapped button that waits for answerCallbackQuery."""

    __tablename__ = "taps"
    id: Mapped[str] = mapped_column(primary_key=True)
    bot_id: Mapped[int]
    user_id: Mapped[int]
    chat_id: Mapped[int]
    message_id: Mapped[int]
    at: Mapped[int]
    answered: Mapped[bool] = mapped_column(default=False)


class File(Base):
    """Bytes on disk under `name_on_disk`, and what the Bot API says of them (`facts`: size, duration …).

    `facts["sniffed"]` is the type that the bytes themselves tell.
    """

    __tablename__ = "files"
    id: Mapped[str] = mapped_column(primary_key=True)
    unique_id: Mapped[str]
    kind: Mapped[str]
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    facts: Mapped[Json]
    name_on_disk: Mapped[str] = mapped_column(index=True)
    at: Mapped[int]


class FileUse(Base):
    """A message in which a file was shown: whoever is in its chat may fetch the file."""

    __tablename__ = "file_uses"
    file_id: Mapped[str] = mapped_column(ForeignKey("files.id"), primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), primary_key=True)
    message_id: Mapped[int] = mapped_column(primary_key=True)


class Commands(Base):
    """A bot's command list for one scope and language."""

    __tablename__ = "commands"
    bot_id: Mapped[int] = mapped_column(ForeignKey("bots.id"), primary_key=True)
    scope: Mapped[str] = mapped_column(primary_key=True)
    language_code: Mapped[str] = mapped_column(primary_key=True)
    commands: Mapped[list[Json]]


class Phone(Base):
    """A signed-in phone. Only the hash of its token is kept."""

    __tablename__ = "phones"
    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[int]
    expires_at: Mapped[int]
    ended: Mapped[bool] = mapped_column(default=False)


class SignInLink(Base):
    """A one-time link that makes a phone. Only its hash is kept."""

    __tablename__ = "sign_in_links"
    token_hash: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    expires_at: Mapped[int]
    used: Mapped[bool] = mapped_column(default=False)
