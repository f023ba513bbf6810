"""Appeals that tell of one matter: by which words they are found, what links them, and what grows over the county."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key, Name, Word, one_of, unique_where


class AppealKeyword(Base):
    """A word by which others like it find the appeal; a private or barred one has none.

    `area_id` is the grid right above its village. Whether the appeal may be found is asked of the appeal itself.
    """

    __tablename__ = "appeal_keywords"
    __table_args__ = (
        Index(None, "area_id", "word", "appeal_id"),
        Index(None, "word", "appeal_id"),
        {"sqlite_with_rowid": False},
    )

    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), primary_key=True)
    word: Mapped[Word] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))


class IssueOrigin(StrEnum):
    OFFER = "offer"
    HAND = "hand"


class CommonIssue(Base):
    """共性问题: a link between appeals, and no outcome of any. `grid_id` is the village, or the grid above where its
    members live in several; `title` is the telling clause of its first member, for whoever may read that one."""

    __tablename__ = "common_issues"
    __table_args__ = (Index(None, "grid_id"), one_of("origin", IssueOrigin))

    id: Mapped[Key]
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))
    title: Mapped[str]
    category: Mapped[Name]
    origin: Mapped[Word]
    created_at: Mapped[datetime]


class CommonIssueMember(Base):
    """An appeal is in one issue at a time. Who has left stays written."""

    __tablename__ = "common_issue_members"
    __table_args__ = (
        unique_where("uq_common_issue_members_open", "left_at is null", "appeal_id"),
        Index(None, "issue_id"),
        Index(None, "appeal_id"),
    )

    id: Mapped[Key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("common_issues.id"))
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    joined_at: Mapped[datetime]
    joined_by_account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    left_at: Mapped[datetime | None]


class IssueAct(Base):
    """What an official did by hand at one time: put appeals into the issue, or moved another issue's members there.
    They alone undo it, and once."""

    __tablename__ = "issue_acts"
    __table_args__ = (Index(None, "issue_id"),)

    id: Mapped[Key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("common_issues.id"))
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    done_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class IssueActMember(Base):
    """A membership that an act began. `came_from_id`: the one that it ended, in the issue that was merged."""

    __tablename__ = "issue_act_members"
    __table_args__ = (UniqueConstraint("member_id"), Index(None, "act_id"), Index(None, "came_from_id"))

    id: Mapped[Key]
    act_id: Mapped[int] = mapped_column(ForeignKey("issue_acts.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("common_issue_members.id"))
    came_from_id: Mapped[int | None] = mapped_column(ForeignKey("common_issue_members.id"))


class CommonIssueOffer(Base):
    """Whether to join with the other one was asked once; `is_agreed` is what was tapped."""

    __tablename__ = "common_issue_offers"
    __table_args__ = (UniqueConstraint("appeal_id", "other_id"),)

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    offered_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    is_agreed: Mapped[bool | None]


class HotMatter(Base):
    """Appeals of the whole county that tell of one matter, as the clock found them. How many they are is asked of
    the appeals. `words` are of our own word files."""

    __tablename__ = "hot_matters"

    id: Mapped[Key]
    category: Mapped[Name]
    words: Mapped[list[str]]
    found_at: Mapped[datetime]


class HotMatterAppeal(Base):
    __tablename__ = "hot_matter_appeals"
    __table_args__ = (UniqueConstraint("appeal_id"), Index(None, "matter_id"))

    id: Mapped[Key]
    matter_id: Mapped[int] = mapped_column(ForeignKey("hot_matters.id"))
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))


class HotMatterMark(Base):
    """How far the clock has looked: up to this appeal. One row."""

    __tablename__ = "hot_matter_marks"

    id: Mapped[Key]
    appeal_id: Mapped[int]
