"""The tables, by noun."""

from storage.models.base import Base
from storage.models.grids import Deputy, Grid, GridLead, GridLevel, Official, Unit
from storage.models.households import ContactLink, Household, HouseholdMember, OfficialAccount
from storage.models.linking import Invitation, InvitationKind, LinkAttempt, LinkDecision, LinkRequest
from storage.models.machinery import Account, InboxState, InboxUpdate, Letter, LetterState

__all__ = [
    "Account",
    "Base",
    "ContactLink",
    "Deputy",
    "Grid",
    "GridLead",
    "GridLevel",
    "Household",
    "HouseholdMember",
    "InboxState",
    "InboxUpdate",
    "Invitation",
    "InvitationKind",
    "Letter",
    "LetterState",
    "LinkAttempt",
    "LinkDecision",
    "LinkRequest",
    "Official",
    "OfficialAccount",
    "Unit",
]
