"""Printed cards. Only a token's hash is known here; when a card is good is for the use case to say."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.engine import Session
from storage.models import Invitation, InvitationKind, LinkAttempt


@dataclass(frozen=True)
class NewInvitation:
    """For a household, or for an official where the kind says so."""

    token_hash: str
    kind: InvitationKind
    household_id: int | None = None
    official_id: int | None = None
    issued_by: int | None = None
    expires_at: datetime | None = None


async def add_invitation(session: Session, new: NewInvitation, now: datetime) -> Invitation:
    invitation = Invitation(issued_at=now, **vars(new))
    session.add(invitation)
    await session.flush()
    return invitation


async def find_invitation(session: Session, token_hash: str) -> Invitation | None:
    """Used, expired and revoked ones too: each gets an answer of its own."""
    return (await session.scalars(select(Invitation).where(Invitation.token_hash == token_hash))).one_or_none()


async def access_invitation(session: Session, invitation_id: int) -> Invitation:
    """By a key of ours."""
    return await session.get_one(Invitation, invitation_id)


async def record_invitation_used(session: Session, invitation_id: int, now: datetime) -> bool:
    """False where it was used or revoked meanwhile: of two who scan one slip, one is linked."""
    result = await session.execute(
        update(Invitation)
        .where(Invitation.id == invitation_id, Invitation.used_at.is_(None), Invitation.revoked_at.is_(None))
        .values(used_at=now)
        .returning(Invitation.id)
    )
    return result.one_or_none() is not None


async def record_invitations_revoked(
    session: Session, now: datetime, *, household_id: int | None = None, official_id: int | None = None
) -> None:
    """The cards printed before no longer count: a new one is about to be issued."""
    target = Invitation.household_id == household_id if household_id else Invitation.official_id == official_id
    await session.execute(update(Invitation).where(target, Invitation.revoked_at.is_(None)).values(revoked_at=now))


async def record_attempt(session: Session, bot_id: int, user_id: int, now: datetime) -> None:
    """A token that was tried in vain."""
    session.add(LinkAttempt(bot_id=bot_id, user_id=user_id, at=now))
    await session.flush()


async def find_attempts_since(session: Session, bot_id: int, user_id: int, since: datetime) -> int:
    """How many."""
    mine = (LinkAttempt.bot_id == bot_id, LinkAttempt.user_id == user_id, LinkAttempt.at >= since)
    return await session.scalar(select(func.count()).select_from(LinkAttempt).where(*mine)) or 0
