from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.rules.cards import CardKind, CardOrder, HouseholdCard
from bot.rules.errors import Problem
from bot.usecases.import_roster import import_roster
from bot.usecases.issue_household_cards import issue_household_cards
from bot.usecases.issue_official_cards import issue_official_cards
from bot.usecases.tick import Tick
from bot.usecases.tokens import token_hash
from storage.engine import Database
from storage.invitations import find_invitation
from storage.models import Invitation
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.rules.roster.sheets import check, put, tables
from tests.clock import Hands

WEEK = timedelta(days=7)


def _order(grid: str, *whose: str, kind: CardKind | None = None, replace: bool = False) -> CardOrder:
    return CardOrder(grid, Path("cards.pdf"), kind, whose, replace)


async def _settle(database: Database) -> None:
    given = put(tables(), "grids", 6, "name", "磨石沟新村")
    async with database.write() as session:
        await import_roster(
            Tick(session, Hands().now, "roster", POLICY, CALENDAR), check(given), lambda _done, _total: None
        )


async def _issue(database: Database, order: CardOrder, hands: Hands) -> list[HouseholdCard]:
    async with database.write() as session:
        return await issue_household_cards(session, order, WEEK, hands.now)


async def _kept(database: Database, token: str) -> Invitation:
    async with database.read() as session:
        invitation = await find_invitation(session, token_hash(token))
        assert invitation
        return invitation


async def test_each_household_gets_a_plate_and_a_slip_whose_hashes_alone_are_kept(database: Database) -> None:
    await _settle(database)
    cards = await _issue(database, _order("磨石沟"), Hands())
    assert [(card.code, card.head, card.cadre.name, card.lead.name) for card in cards] == [
        ("H1", "王桂兰", "孙有田", "张庆林"),
        ("H2", "王德福", "孙有田", "张庆林"),
    ]
    tokens = [token for card in cards for token in card.tokens.values()]
    assert len(set(tokens)) == 4
    async with database.read() as session:
        rows = (await session.execute(select(Invitation.__table__))).all()
    assert {row.token_hash for row in rows} == {token_hash(token) for token in tokens}
    assert not any(token in str(row) for token in tokens for row in rows)


async def test_a_token_has_128_random_bits_and_fits_the_bot_apis_start(database: Database) -> None:
    await _settle(database)
    tokens = [
        t for _ in range(50) for card in await _issue(database, _order("MSG"), Hands()) for t in card.tokens.values()
    ]
    assert len(set(tokens)) == len(tokens) == 200
    # Bot API, deep linking: up to 64 of A-Z a-z 0-9 _ -; 22 of these 64 signs hold 132 bits
    assert all(len(token) == 22 and token.replace("-", "a").replace("_", "a").isalnum() for token in tokens)


async def test_a_slip_holds_to_the_end_of_its_last_day_and_a_plate_for_years(database: Database) -> None:
    await _settle(database)
    (card,) = await _issue(database, _order("MSG", "H1"), Hands(datetime(2026, 11, 23, 16, 30, tzinfo=UTC)))
    assert card.last_day == date(2026, 12, 1)  # it was the 24th already in China
    slip, plate = [await _kept(database, card.tokens[kind]) for kind in (CardKind.SLIP, CardKind.PLATE)]
    assert (slip.kind, slip.expires_at) == ("slip", datetime(2026, 12, 1, 16, tzinfo=UTC))
    assert (plate.kind, plate.expires_at) == ("plate", None)


async def test_a_household_without_a_cadre_has_its_village_lead_on_the_card(database: Database) -> None:
    await _settle(database)
    (card,) = await _issue(database, _order("CY"), Hands())
    assert card.cadre == card.lead
    assert (card.cadre.name, card.cadre.phone) == ("张庆林", "0539-2250005")


async def test_new_cards_leave_the_earlier_ones_alone_unless_they_replace_them(database: Database) -> None:
    await _settle(database)
    first, second = [(await _issue(database, _order("MSG", "H1"), Hands()))[0] for _ in range(2)]
    assert (await _kept(database, first.tokens[CardKind.SLIP])).revoked_at is None
    hands = Hands()
    third, neighbour = await _issue(database, _order("MSG", kind=CardKind.SLIP, replace=True), hands)
    for card, kind, ended in (
        (first, CardKind.SLIP, True),
        (second, CardKind.SLIP, True),
        (second, CardKind.PLATE, False),
        (third, CardKind.SLIP, False),
        (neighbour, CardKind.SLIP, False),
    ):
        assert ((await _kept(database, card.tokens[kind])).revoked_at == hands.now) == ended


async def test_officials_cards_are_for_leads_and_cadres_of_the_grid_and_below(database: Database) -> None:
    await _settle(database)
    for grid, numbers in (
        ("MSG", ["3", "5"]),
        ("CY", ["5"]),
        ("泉庄镇", ["2", "3", "4", "5"]),
        ("县", ["1", "2", "3", "4", "5"]),
    ):
        async with database.write() as session:
            cards = await issue_official_cards(session, _order(grid, kind=CardKind.OFFICIAL), WEEK, Hands().now)
        assert [card.no for card in cards] == numbers
    kept = await _kept(database, cards[0].token)
    assert (kept.kind, kept.household_id, kept.expires_at is None) == ("official", None, False)


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        (_order("崔家沟"), "There is no grid 崔家沟"),
        (_order("QZ"), "泉庄镇 is a township. Household cards are printed village by village"),
        (_order("MSG", "H1", "H9"), "磨石沟村 has no household H9"),
    ],
)
async def test_who_is_not_known_gets_a_sentence_and_no_token(
    database: Database, order: CardOrder, sentence: str
) -> None:
    await _settle(database)
    with pytest.raises(Problem, match=sentence):
        await _issue(database, order, Hands())
    async with database.read() as session:
        assert (await session.scalars(select(Invitation))).all() == []


async def test_an_ambiguous_name_asks_for_the_code(database: Database) -> None:
    given = put(put(tables(), "grids", 6, "name", "石桥村"), "grids", 5, "name", "石桥村")
    async with database.write() as session:
        await import_roster(
            Tick(session, Hands().now, "roster", POLICY, CALENDAR), check(given), lambda _done, _total: None
        )
    with pytest.raises(Problem, match="2 grids are called 石桥村: CY, MSG"):
        await _issue(database, _order("石桥村"), Hands())
