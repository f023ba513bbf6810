"""The tables, by noun."""

from storage.models.answers import Answer, AnswerCopy, Echo, EchoState, StaleAnswer, Verdict
from storage.models.appeals import Appeal, AppealBarred, AppealEvent, NumberSeries
from storage.models.base import Base
from storage.models.channels import Channel
from storage.models.commitments import Commitment
from storage.models.common_issues import (
    AppealKeyword,
    CommonIssue,
    CommonIssueMember,
    CommonIssueOffer,
    HotMatter,
    HotMatterAppeal,
    HotMatterMark,
    IssueAct,
    IssueActMember,
    IssueOrigin,
)
from storage.models.desks import DeskVisit
from storage.models.drafts import Draft, DraftState, Media, MediaState, OpenQuestion, Piece, PieceKind
from storage.models.forums import Forum, ForumMember, ForumState, Topic
from storage.models.grids import Deputy, Grid, GridLead, Official, Unit
from storage.models.households import ContactLink, Household, HouseholdMember, OfficialAccount
from storage.models.leases import Lease
from storage.models.letters import Letter, LetterKind, LetterState
from storage.models.linking import Invitation, InvitationKind, LinkAttempt, LinkDecision, LinkRequest
from storage.models.looks import Delivery, DeliveryKind, Look
from storage.models.machinery import Account, InboxState, InboxUpdate
from storage.models.study_meetings import ItemStatus, StudyDecision, StudyHelper, StudyItem, StudyMeeting
from storage.models.text_messages import TextMessage, TextMessageState
from storage.models.words import WordVersion

__all__ = [
    "Account",
    "Answer",
    "AnswerCopy",
    "Appeal",
    "AppealBarred",
    "AppealEvent",
    "AppealKeyword",
    "Base",
    "Channel",
    "Commitment",
    "CommonIssue",
    "CommonIssueMember",
    "CommonIssueOffer",
    "ContactLink",
    "Delivery",
    "DeliveryKind",
    "Deputy",
    "DeskVisit",
    "Draft",
    "DraftState",
    "Echo",
    "EchoState",
    "Forum",
    "ForumMember",
    "ForumState",
    "Grid",
    "GridLead",
    "HotMatter",
    "HotMatterAppeal",
    "HotMatterMark",
    "Household",
    "HouseholdMember",
    "InboxState",
    "InboxUpdate",
    "Invitation",
    "InvitationKind",
    "IssueAct",
    "IssueActMember",
    "IssueOrigin",
    "ItemStatus",
    "Lease",
    "Letter",
    "LetterKind",
    "LetterState",
    "LinkAttempt",
    "LinkDecision",
    "LinkRequest",
    "Look",
    "Media",
    "MediaState",
    "NumberSeries",
    "Official",
    "OfficialAccount",
    "OpenQuestion",
    "Piece",
    "PieceKind",
    "StaleAnswer",
    "StudyDecision",
    "StudyHelper",
    "StudyItem",
    "StudyMeeting",
    "TextMessage",
    "TextMessageState",
    "Topic",
    "Unit",
    "Verdict",
    "WordVersion",
]
