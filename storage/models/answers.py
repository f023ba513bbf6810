"""What came back: the answer, the household's verdict, and the entry on the echo wall."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.rules.levels import Level
from bot.rules.lifecycle import Outcome
from bot.rules.lifecycle import Verdict as VerdictValue
from bot.rules.wall import EchoForm
from storage.models.base import Base, Key, Name, Word, one_of, unique_where


class EchoState(StrEnum):
    PREVIEW = "preview"
    SHOWN = "shown"
    WITHHELD = "withheld"  # the household said no, or the lead took it off, before it was shown
    WITHDRAWN = "withdrawn"


class Answer(Base):
    """An official's words to an appeal. Unsent, it waits for its outcome until `goes_out_at`;
    without one it goes out as words only, and the clock runs on."""

    __tablename__ = "answers"
    __table_args__ = (
        Index(None, "appeal_id"),
        unique_where("uq_answers_unsent", "sent_at is null and dropped_at is null", "appeal_id", "official_id"),
        one_of("outcome", Outcome),
        one_of("level", Level),
    )

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    level: Mapped[Word]
    text: Mapped[str]
    outcome: Mapped[Word | None]
    reason: Mapped[str | None]
    written_at: Mapped[datetime]
    goes_out_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]


class AnswerCopy(Base):
    """One answer to several appeals of a common issue: the copy has a row and a verdict of its own, but the files, as
    they were sent, are the first one's."""

    __tablename__ = "answer_copies"
    __table_args__ = (UniqueConstraint("answer_id"), Index(None, "copy_of_id"))

    id: Mapped[Key]
    answer_id: Mapped[int] = mapped_column(ForeignKey("answers.id"))
    copy_of_id: Mapped[int] = mapped_column(ForeignKey("answers.id"))


class StaleAnswer(Base):
    """过时了: an answer, as it was first written, that nobody is offered any more while this stands."""

    __tablename__ = "stale_answers"
    __table_args__ = (unique_where("uq_stale_answers_standing", "lifted_at is null", "answer_id"),)

    id: Mapped[Key]
    answer_id: Mapped[int] = mapped_column(ForeignKey("answers.id"))
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    marked_at: Mapped[datetime]
    lifted_at: Mapped[datetime | None]


class Verdict(Base):
    """The author's judgement of one answer; silence stays without a value."""

    __tablename__ = "verdicts"
    __table_args__ = (
        UniqueConstraint("answer_id"),
        Index(None, "appeal_id"),
        Index(None, "value", "asked_at"),
        one_of("value", VerdictValue),
        CheckConstraint("(value is null) = (judged_at is null)", name="judged_once"),
    )

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    answer_id: Mapped[int] = mapped_column(ForeignKey("answers.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    value: Mapped[Word | None]
    missing: Mapped[str | None]  # what is not solved, in their words
    asked_at: Mapped[datetime]
    asked_again_at: Mapped[datetime | None]
    judged_at: Mapped[datetime | None]


class Echo(Base):
    """An answered appeal as the village may read it. Its words are redacted copies: the raw text is never shown."""

    __tablename__ = "echoes"
    __table_args__ = (
        UniqueConstraint("appeal_id"),
        Index(None, "grid_id", "state", "shown_at"),
        Index(None, "state", "shows_at"),
        one_of("form", EchoForm),
        one_of("state", EchoState),
        one_of("outcome", Outcome),
        CheckConstraint("form = 'full' or (words = '' and answer = '')", name="a_category_has_no_words"),
    )

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))
    form: Mapped[Word]
    category: Mapped[Name]
    outcome: Mapped[Word]
    words: Mapped[str]
    answer: Mapped[str]
    state: Mapped[Word]
    preview_at: Mapped[datetime]
    shows_at: Mapped[datetime]  # silence until then is consent
    agreed_at: Mapped[datetime | None]
    shown_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
