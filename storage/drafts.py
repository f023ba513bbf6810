"""Drafts: what somebody is about to hand in."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.engine import Session
from storage.models import Draft, DraftState

_OPEN = select(Draft).where(Draft.account_id == bindparam("account"), Draft.state == DraftState.OPEN)


async def find_open_draft(session: Session, account_id: int) -> Draft | None:
    return (await session.scalars(_OPEN, {"account": account_id})).one_or_none()


async def find_draft(session: Session, account_id: int, draft_id: int) -> Draft | None:
    """Whatever became of it, but only the account's own."""
    query = select(Draft).where(Draft.id == draft_id, Draft.account_id == account_id)
    return (await session.scalars(query)).one_or_none()


async def add_draft(session: Session, account_id: int, household_id: int, now: datetime) -> Draft:
    """Raises IntegrityError where the account has an open one."""
    return await _add(session, account_id, now, DraftState.OPEN, household_id=household_id)


async def add_kept_draft(session: Session, account_id: int, expires_at: datetime, now: datetime) -> Draft:
    """What somebody not linked says, to be offered when they link."""
    return await _add(session, account_id, now, DraftState.KEPT, expires_at=expires_at)


async def find_kept_draft(session: Session, account_id: int, now: datetime) -> Draft | None:
    """The latest that has not expired."""
    query = select(Draft).where(Draft.account_id == account_id, Draft.state == DraftState.KEPT, Draft.expires_at > now)
    return (await session.scalars(query.order_by(Draft.id.desc()).limit(1))).first()


async def record_draft_offered(session: Session, draft: Draft, household_id: int) -> None:
    """A kept draft is open from now on: whoever said it is linked."""
    draft.state, draft.household_id, draft.expires_at = DraftState.OPEN, household_id, None
    await session.flush()


async def record_draft_quiet_until(session: Session, draft: Draft, files_itself_at: datetime | None) -> None:
    """When the clock comes back to it."""
    draft.files_itself_at = files_itself_at
    await session.flush()


async def record_draft_choice(session: Session, draft: Draft, **choices: object) -> None:
    draft.choices = draft.choices | choices
    await session.flush()


async def record_draft_home(session: Session, draft: Draft, household_id: int) -> None:
    """Whose matter it is."""
    draft.household_id = household_id
    await session.flush()


async def record_draft_settled(session: Session, draft: Draft, state: DraftState, now: datetime) -> None:
    """Filed or dropped; its pieces stay where they are."""
    draft.state, draft.settled_at, draft.files_itself_at, draft.expires_at = state, now, None, None
    await session.flush()


async def record_draft_taken_up(session: Session, draft: Draft) -> None:
    """One that was dropped is open again."""
    draft.state, draft.settled_at = DraftState.OPEN, None
    await session.flush()


async def list_quiet_drafts(session: Session, now: datetime, limit: int) -> Sequence[Draft]:
    """Those whose quiet time is over, longest first, locked; skips what another worker has in hand."""
    query = (
        select(Draft)
        .where(Draft.state == DraftState.OPEN, Draft.files_itself_at <= now)
        .order_by(Draft.files_itself_at, Draft.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return (await session.scalars(query)).all()


async def list_expired_drafts(session: Session, now: datetime, limit: int) -> Sequence[Draft]:
    """Kept ones whose author did not link in time."""
    query = select(Draft).where(Draft.state == DraftState.KEPT, Draft.expires_at <= now).order_by(Draft.id)
    return (await session.scalars(query.limit(limit))).all()


async def _add(session: Session, account_id: int, now: datetime, state: DraftState, **values: object) -> Draft:
    draft = Draft(account_id=account_id, state=state, opened_at=now, choices={}, **values)
    session.add(draft)
    await session.flush()
    return draft
