"""What a batch of appeals will ask of the roster, read at once: a dozen statements in place of a dozen an appeal."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select

from storage.access import find_in_office
from storage.accounts import access_account
from storage.answers import list_unsent_answers
from storage.barred import find_reasons
from storage.contact_links import find_cadre
from storage.deputies import list_deputies
from storage.engine import Session
from storage.grids import list_paths
from storage.holders import find_id
from storage.households import access_household
from storage.ladders import find_rungs, list_rungs
from storage.models import (
    Account,
    Answer,
    Appeal,
    AppealBarred,
    ContactLink,
    Deputy,
    Grid,
    Household,
    Official,
    OfficialAccount,
)
from storage.officials import access_official, find_official_of_account, list_accounts_of_official
from storage.remembered import keep


async def lay_at_hand(session: Session, appeals: Sequence[Appeal]) -> None:
    """Who stands above each household, who has each appeal and who is barred from it, and everybody's phones. The
    appeals must be locked."""
    homes = {appeal.household_id for appeal in appeals}
    villages = {appeal.grid_id for appeal in appeals}
    held = {appeal.holder_official_id for appeal in appeals if appeal.holder_official_id is not None}
    above = await _cadres(session, homes) | await _leads(session, villages)
    await _officials(session, held | above)
    await _authors(session, {appeal.account_id for appeal in appeals if appeal.account_id is not None})
    await _barred(session, [appeal.id for appeal in appeals])
    await _unsent_answers(session, [appeal.id for appeal in appeals])


async def _cadres(session: Session, homes: Collection[int]) -> set[int]:
    for household in await session.scalars(select(Household).where(Household.id.in_(homes))):
        keep(session, access_household, household, household.id)
    query = select(ContactLink.household_id, Official).join(Official, Official.id == ContactLink.official_id)
    query = query.where(ContactLink.household_id.in_(homes), ContactLink.until.is_(None), Official.left_at.is_(None))
    cadres = dict((await session.execute(query)).all())
    for home in homes:
        keep(session, find_cadre, cadres.get(home), home)
    return {cadre.id for cadre in cadres.values()}


async def _leads(session: Session, villages: Collection[int]) -> set[int]:
    paths = await list_paths(session, villages)
    for grid in {grid for path in paths.values() for grid in path}:
        keep(session, find_id, grid.id, Grid, grid.code)
    rungs = await list_rungs(session, paths)
    for village, of_village in rungs.items():
        keep(session, find_rungs, of_village, village)
    return {lead for of_village in rungs.values() for rung in of_village for lead in rung.leads}


async def _officials(session: Session, ids: Collection[int]) -> None:
    officials = (await session.scalars(select(Official).where(Official.id.in_(ids)))).all()
    deputies = await _deputies(session, ids)
    phones = await _phones(session, {*ids, *(one.id for of_one in deputies.values() for one in of_one)})
    for official in officials:
        keep(session, access_official, official, official.id)
        in_office = frozenset() if official.left_at else frozenset({official.id})
        keep(session, find_in_office, in_office, official.id, None, None)
        keep(session, list_deputies, deputies.get(official.id, []), official.id)
    for official_id, accounts in phones.items():
        keep(session, list_accounts_of_official, accounts, official_id)


async def _deputies(session: Session, ids: Collection[int]) -> Mapping[int, list[Official]]:
    query = select(Deputy.official_id, Official).join(Official, Official.id == Deputy.deputy_id)
    query = query.where(Deputy.official_id.in_(ids), Deputy.begun_at.is_not(None), Deputy.until.is_(None))
    deputies: dict[int, list[Official]] = defaultdict(list)
    for official_id, deputy in await session.execute(query.where(Official.left_at.is_(None))):
        deputies[official_id].append(deputy)
    return deputies


async def _phones(session: Session, ids: Collection[int]) -> Mapping[int, list[Account]]:
    query = select(Official, Account).join(OfficialAccount, OfficialAccount.official_id == Official.id)
    query = query.join(Account, Account.id == OfficialAccount.account_id).order_by(Account.id)
    phones: dict[int, list[Account]] = {official_id: [] for official_id in ids}
    rows = await session.execute(query.where(Official.id.in_(ids), OfficialAccount.until.is_(None)))
    for official, account in rows:
        phones[official.id].append(account)
        keep(session, find_official_of_account, None if official.left_at else official, account.id)
    return phones


async def _authors(session: Session, ids: Collection[int]) -> None:
    for account in await session.scalars(select(Account).where(Account.id.in_(ids))):
        keep(session, access_account, account, account.id)
    query = select(OfficialAccount.account_id, Official).join(Official, Official.id == OfficialAccount.official_id)
    query = query.where(OfficialAccount.account_id.in_(ids), OfficialAccount.until.is_(None))
    acting = dict((await session.execute(query.where(Official.left_at.is_(None)))).all())
    for account_id in ids:
        keep(session, find_official_of_account, acting.get(account_id), account_id)


async def _barred(session: Session, ids: Collection[int]) -> None:
    query = select(AppealBarred).where(AppealBarred.appeal_id.in_(ids))
    reasons: dict[int, dict[int, str]] = {appeal_id: {} for appeal_id in ids}
    for row in await session.scalars(query):
        reasons[row.appeal_id][row.official_id] = row.reason
    for appeal_id, of_appeal in reasons.items():
        keep(session, find_reasons, of_appeal, appeal_id)


async def _unsent_answers(session: Session, ids: Collection[int]) -> None:
    query = select(Answer).where(Answer.appeal_id.in_(ids), Answer.sent_at.is_(None), Answer.dropped_at.is_(None))
    answers: dict[int, list[Answer]] = {appeal_id: [] for appeal_id in ids}
    for answer in await session.scalars(query.order_by(Answer.id)):
        answers[answer.appeal_id].append(answer)
    for appeal_id, of_appeal in answers.items():
        keep(session, list_unsent_answers, of_appeal, appeal_id)
