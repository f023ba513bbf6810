"""Grids' forum groups, who is in them, and the topics of appeals there."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key, Word, one_of, unique_where


class ForumState(StrEnum):
    UNCOUNTED = "uncounted"  # nobody has looked yet who is in it: nothing is posted
    POSTING = "posting"
    STOPPED = "stopped"  # somebody is in it who is no official of the grid


class Forum(Base):
    """A forum group, from the moment when a lead of the grid made the bot its administrator; one a grid.

    `unknown`: how many more people are in it than we know by name. `count_at`: when they are counted next.
    """

    __tablename__ = "forums"
    __table_args__ = (
        unique_where("uq_forums_open", "until is null", "grid_id"),
        unique_where("uq_forums_open_chat", "until is null", "bot_id", "chat_id"),
        one_of("state", ForumState),
    )

    id: Mapped[Key]
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    title: Mapped[str]
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))
    tied_by: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    state: Mapped[Word]
    unknown: Mapped[int] = mapped_column(server_default=text("0"))
    count_at: Mapped[datetime]
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class ForumMember(Base):
    """Somebody who is in the group, as we have seen."""

    __tablename__ = "forum_members"
    __table_args__ = (UniqueConstraint("forum_id", "user_id"),)

    id: Mapped[Key]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id"))
    user_id: Mapped[int]
    since: Mapped[datetime]


class Topic(Base):
    """An appeal's topic in a grid's forum. `thread_id` None: not made yet, or lost. `gone_at`: deleted by us because
    it must not stand there, or lost a second time; it is not made again."""

    __tablename__ = "topics"
    __table_args__ = (UniqueConstraint("appeal_id", "forum_id"), Index(None, "forum_id", "thread_id"))

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id"))
    name: Mapped[str | None] = mapped_column(String(128))
    thread_id: Mapped[int | None]
    is_closed: Mapped[bool] = mapped_column(server_default=false())
    is_made_anew: Mapped[bool] = mapped_column(server_default=false())
    gone_at: Mapped[datetime | None]
