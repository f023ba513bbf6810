"""What a transaction remembers of the roster is never older than what it has written itself."""

from datetime import timedelta

from sqlalchemy import event, select, update

from storage.access import access_appeal_by_the_clock
from storage.answers import NewAnswer, add_answer, list_unsent_answers
from storage.at_hand import lay_at_hand
from storage.barred import add_barred, find_reasons
from storage.contact_links import find_cadre
from storage.deputies import add_deputy, list_deputies, record_deputy_begun
from storage.engine import Session
from storage.ladders import find_ladder
from storage.models import Appeal, ContactLink, Official
from storage.officials import find_official_of_account, list_accounts_of_official
from storage.viewers import find_viewer
from tests.storage.cases import file
from tests.storage.conftest import Settled
from tests.storage.county import CADRE, MAYOR, VILLAGE_LEAD


class Asked:
    """How many statements the session has sent."""

    def __init__(self, session: Session) -> None:
        self.statements = 0
        event.listen(session.sync_session.get_bind(), "before_cursor_execute", self._count)

    def _count(self, *_: object) -> None:
        self.statements += 1


async def test_what_was_asked_once_is_not_asked_again(settled: Settled) -> None:
    county, cast = settled
    ladder = await find_ladder(county.session, cast.household, "JW")
    asked = Asked(county.session)
    assert await find_ladder(county.session, cast.household, "JW") == ladder
    assert asked.statements == 0


async def test_a_row_that_changes_is_read_anew(settled: Settled) -> None:
    county, cast = settled
    assert (await find_ladder(county.session, cast.household, "JW")).cadre == cast.officials[CADRE]
    link = (await county.session.scalars(select(ContactLink).where(ContactLink.household_id == cast.household))).one()
    link.official_id = cast.officials[MAYOR]
    await county.session.flush()
    assert (await find_ladder(county.session, cast.household, "JW")).cadre == cast.officials[MAYOR]


async def test_a_statement_that_changes_rows_is_noticed_too(settled: Settled) -> None:
    county, cast = settled
    assert await find_cadre(county.session, cast.household)
    await county.session.execute(update(Official).values(left_at=county.hands.now))
    assert await find_cadre(county.session, cast.household) is None


async def test_what_is_undone_is_forgotten(settled: Settled) -> None:
    county, cast = settled
    savepoint = await county.session.begin_nested()
    await county.session.execute(update(Official).values(left_at=county.hands.now))
    assert await find_cadre(county.session, cast.household) is None
    await savepoint.rollback()
    assert await find_cadre(county.session, cast.household)


async def test_who_is_barred_is_read_anew_each_time_unless_it_was_laid_at_hand(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    assert await find_reasons(county.session, appeal.id) == {}
    asked = Asked(county.session)
    await find_reasons(county.session, appeal.id)
    assert asked.statements == 1
    await lay_at_hand(county.session, [appeal])
    asked.statements = 0
    await find_reasons(county.session, appeal.id)
    assert asked.statements == 0
    await add_barred(county.session, appeal, cast.officials[CADRE], "unseen", county.hands.now)
    assert set(await find_reasons(county.session, appeal.id)) == {cast.officials[CADRE]}


async def test_who_is_barred_is_read_once_by_whoever_has_the_lock_and_anew_after_a_change(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    await access_appeal_by_the_clock(county.session, appeal.id)
    asked = Asked(county.session)
    assert await find_reasons(county.session, appeal.id) == {}
    assert asked.statements == 0
    await add_barred(county.session, appeal, cast.officials[CADRE], "unseen", county.hands.now)
    assert set(await find_reasons(county.session, appeal.id)) == {cast.officials[CADRE]}


async def test_who_somebody_is_is_asked_once_and_anew_after_a_change(settled: Settled) -> None:
    county, cast = settled
    account = (await list_accounts_of_official(county.session, cast.officials[CADRE]))[0]
    viewer = await find_viewer(county.session, account.bot_id, account.user_id)
    assert viewer.officials == {cast.officials[CADRE]}
    asked = Asked(county.session)
    assert await find_viewer(county.session, account.bot_id, account.user_id) == viewer
    assert asked.statements == 0
    await county.session.execute(update(Official).values(left_at=county.hands.now))
    assert (await find_viewer(county.session, account.bot_id, account.user_id)).officials == set()


async def test_what_is_laid_at_hand_is_what_would_be_found(settled: Settled) -> None:
    county, cast = settled
    people, now = cast.officials, county.hands.now
    appeals = [await file(county, cast, barred=[people[VILLAGE_LEAD]]), await file(county, cast)]
    deputy = await add_deputy(county.session, people[CADRE], people[MAYOR], now, now + timedelta(days=9))
    await record_deputy_begun(county.session, deputy, now)
    level = (await find_ladder(county.session, cast.household, "JW")).rungs[0].level
    await add_answer(county.session, NewAnswer(appeals[1].id, people[CADRE], level, "在办", now), now)
    found = await _all(county.session, appeals, cast.officials)
    county.session.sync_session.info.clear()
    await lay_at_hand(county.session, appeals)
    assert await _all(county.session, appeals, cast.officials) == found


async def _all(session: Session, appeals: list[Appeal], officials: dict[int, int]) -> list[object]:
    found: list[object] = []
    for appeal in appeals:
        assert appeal.account_id
        found += [
            await find_ladder(session, appeal.household_id, "JW"),
            await find_reasons(session, appeal.id),
            await list_unsent_answers(session, appeal.id),
            await find_official_of_account(session, appeal.account_id),
        ]
    for official in officials.values():
        found += [await list_deputies(session, official), await list_accounts_of_official(session, official)]
    return found
