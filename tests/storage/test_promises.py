from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status
from storage.promises import list_open_promises, list_past
from tests.storage.cases import file, go_on
from tests.storage.conftest import Settled
from tests.storage.county import VILLAGE_LEAD


async def test_open_appeals_without_danger_are_listed_by_id_in_pages(settled: Settled) -> None:
    county, cast = settled
    first, answered, danger, last = [await file(county, cast) for _ in range(4)]
    await go_on(county, answered, Action.ANSWER, status=Status.ANSWERED)
    danger.danger = "fire"
    await county.session.flush()
    assert [appeal.id for appeal in await list_open_promises(county.session, 0, 10)] == [first.id, last.id]
    assert [appeal.id for appeal in await list_open_promises(county.session, 0, 1)] == [first.id]
    assert [appeal.id for appeal in await list_open_promises(county.session, first.id, 10)] == [last.id]


async def test_the_past_of_each_has_its_steps_in_order_and_nobody_who_was_only_told(settled: Settled) -> None:
    county, cast = settled
    one, other = await file(county, cast, told=[cast.officials[VILLAGE_LEAD]]), await file(county, cast)
    await go_on(county, one, Action.ACCEPT, status=Status.ACCEPTED)
    past = await list_past(county.session, [one.id, other.id])
    assert [(step.action, step.before) for step in past[one.id]] == [
        (Action.FILE, None),
        (Action.ACCEPT, Status.FILED),
    ]
    (filed,) = past[other.id]
    assert (filed.level, filed.at, filed.due_at) == (Level.CADRE, county.hands.now, other.due_at)
    assert filed.extended_by is None
