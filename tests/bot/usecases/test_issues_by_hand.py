"""Common issues that officials make by hand: who may, who hears of it, what is refused, and back again."""

from datetime import timedelta

from sqlalchemy import select

from bot.rules.lifecycle import Action
from storage.common_issues import find_issue_of
from storage.models import (
    Appeal,
    AppealEvent,
    CommonIssue,
    CommonIssueMember,
    Grid,
    IssueAct,
    IssueOrigin,
    StudyItem,
)
from tests.bot.usecases.village import Village
from tests.handlers.scenes import MEDICINE, SHORTAGE, SUBSIDY, told_by
from tests.storage.county import AREA_LEAD, CADRE, GUILAN, OFFICE, VILLAGE_LEAD, XIUYING

THIRD, FOURTH = 1004, 1005
OTHER_WORDS = "村里的路灯坏了半年了,晚上看不见路"


async def _appeals(village: Village) -> list[Appeal]:
    query = select(Appeal).order_by(Appeal.id).execution_options(populate_existing=True)
    return list(await village.county.session.scalars(query))


async def _issues(village: Village) -> list[list[int]]:
    """The members of each, without those of none."""
    query = select(CommonIssueMember.issue_id, CommonIssueMember.appeal_id).where(CommonIssueMember.left_at.is_(None))
    found: dict[int, list[int]] = {}
    for issue, appeal in await village.county.session.execute(query.order_by(CommonIssueMember.appeal_id)):
        found.setdefault(issue, []).append(appeal)
    return [found[issue] for issue in sorted(found)]


async def _told(village: Village, *said: tuple[int, str]) -> list[Appeal]:
    for user, words in said:
        await told_by(village, user, words)
    return await _appeals(village)


async def _two(village: Village) -> list[Appeal]:
    """Nobody has answered whether to join."""
    return await _told(village, (GUILAN, MEDICINE), (XIUYING, SHORTAGE))


async def _households(village: Village, *members: int) -> None:
    grid = (await village.county.session.scalars(select(Grid).where(Grid.code == "V"))).one()
    for member in members:
        await village.county.household(str(member), grid, village.cast.officials[CADRE], member)


async def _begins(village: Village, appeal: Appeal, by: int = CADRE) -> str:
    return await village.taps(by, "put_in", appeal.id, appeal.epoch)


async def _puts(village: Village, appeal: Appeal, number: int, by: int = CADRE) -> str:
    """By a number that is written; what is said to it."""
    await _begins(village, appeal, by)
    await village.says(by, f"{number}号")
    return (await village.last(by)).wording


async def _later(village: Village) -> None:
    village.county.hands.move(timedelta(minutes=1))


async def test_a_holder_puts_two_together_and_each_author_hears_of_it_with_a_way_out(village: Village) -> None:
    first, second = await _two(village)
    await village.taps(CADRE, "cadre_more", second.id, second.epoch)
    await village.taps_last(CADRE, "more-put-in")
    asked = await village.button(CADRE, "put-in-partner")
    assert (asked["id"], asked["data"]["number"]) == (first.id, "磨石沟-1")
    await village.taps_last(CADRE, "put-in-partner")
    assert await _issues(village) == [[first.id, second.id]]
    done = await village.last(CADRE)
    assert (done.wording, done.data["count"]) == ("put-in-done", 2)
    for author in (GUILAN, XIUYING):
        letter = await village.last(author)
        assert (letter.wording, letter.data["near"], letter.data["shared"]) == ("put-in", "village", ["卫生室"])
        assert letter.is_quiet
        assert [button["label"] for button in letter.buttons or ()] == ["button-leave-issue"]
    session, cadre = village.county.session, village.cast.officials[CADRE]
    notes = await session.scalars(select(AppealEvent).where(AppealEvent.action == Action.NOTE).order_by(AppealEvent.id))
    assert [(note.appeal_id, note.actor_official_id) for note in notes] == [(first.id, cadre), (second.id, cadre)]
    (issue,), (act,) = await session.scalars(select(CommonIssue)), await session.scalars(select(IssueAct))
    assert (issue.origin, act.official_id, act.done_at) == (IssueOrigin.HAND, cadre, village.clock())
    await village.taps_last(GUILAN, "button-leave-issue")
    assert await _issues(village) == [[second.id]]
    assert await _puts(village, second, 1) == "said-alone"


async def test_by_number_even_what_is_not_alike_and_only_what_they_may_know_of(village: Village) -> None:
    first, second = await _told(village, (GUILAN, MEDICINE), (XIUYING, OTHER_WORDS))
    await _begins(village, second)
    assert (await village.last(CADRE)).data["found"] == 0
    for unknown in ("99号", "不知道", "县-1"):
        await village.says(CADRE, unknown)
        assert (await village.last(CADRE)).wording == "no-such-appeal"
    await village.says(CADRE, "磨石沟-1")
    assert await _issues(village) == [[first.id, second.id]]
    assert await _puts(village, second, 1) == "already-so"


async def test_what_is_not_for_everybody_never_gets_in_and_a_barred_official_is_told_of_no_such_number(
    village: Village,
) -> None:
    first, second = await _two(village)
    await village.taps(GUILAN, "make_private", first.id)
    assert await _begins(village, first) == "kept-apart"
    assert await _puts(village, second, 1) == "kept-apart"
    await village.taps(GUILAN, "accuse_filed", first.id)
    assert await _begins(village, first) == "not-yours"
    assert await _puts(village, second, 1) == "no-such-appeal"
    await village.taps_last(XIUYING, "button-alone")
    assert await _begins(village, second) == "said-alone"
    second.danger = "other"
    assert await _begins(village, second) == "not-now"
    assert await _issues(village) == []


async def test_whoever_said_alone_afterwards_leaves(village: Village) -> None:
    first, second = await _two(village)
    await _puts(village, second, 1)
    await village.taps_last(XIUYING, "button-alone")
    assert await _issues(village) == [[first.id]]


async def test_only_whoever_did_it_undoes_it_and_nobody_counts_as_having_left(village: Village) -> None:
    _, second = await _two(village)
    await _puts(village, second, 1)
    act = (await village.button(CADRE, "button-take-apart"))["id"]
    for other in (VILLAGE_LEAD, OFFICE, XIUYING):
        assert await village.taps(other, "take_apart", act) == "not-yours"
    await _later(village)
    await village.taps_last(CADRE, "button-take-apart")
    assert (await village.last(CADRE)).data["numbers"] == ["磨石沟-1", "磨石沟-2"]
    assert await _issues(village) == []
    assert [(await village.last(author)).wording for author in (GUILAN, XIUYING)] == ["taken-apart"] * 2
    assert await village.taps(CADRE, "take_apart", act) == "already-so"
    assert await _puts(village, second, 1) == "put-in-done"


async def test_two_issues_become_one_and_the_smaller_can_be_moved_back(village: Village) -> None:
    await _households(village, THIRD, FOURTH)
    appeals = await _told(
        village, (GUILAN, MEDICINE), (XIUYING, SHORTAGE), (THIRD, OTHER_WORDS), (FOURTH, OTHER_WORDS), (GUILAN, SUBSIDY)
    )
    one, two, three, four, five = appeals
    await village.taps_last(XIUYING, "button-join")
    await _puts(village, five, 1)
    await village.taps_last(FOURTH, "button-join")
    assert await _issues(village) == [[one.id, two.id, five.id], [three.id, four.id]]
    village.county.hands.move(timedelta(days=8))
    assert await _puts(village, one, 3) == "put-in-done"
    assert await _issues(village) == [[appeal.id for appeal in appeals]]
    assert (await village.last(THIRD)).wording == "put-in"
    await village.taps(CADRE, "issue", four.id)
    opened = await village.last(CADRE)
    assert (opened.data["count"], opened.data["grown"], opened.data["villages"][0]["data"]["count"]) == (4, 0, 5)
    await village.taps_last(THIRD, "button-leave-issue")
    await _later(village)
    await village.taps_last(CADRE, "button-take-apart")
    assert await _issues(village) == [[one.id, two.id, five.id], [four.id]]
    assert (await village.last(FOURTH)).data["form"] == "back"
    assert await _puts(village, four, 3) == "said-alone"


async def test_an_issue_with_somebody_elses_member_is_not_moved_by_a_cadre(village: Village) -> None:
    await _households(village, THIRD, FOURTH)
    _, two, three, four = await _told(
        village, (GUILAN, MEDICINE), (XIUYING, SHORTAGE), (THIRD, OTHER_WORDS), (FOURTH, OTHER_WORDS)
    )
    await village.taps_last(XIUYING, "button-join")
    await village.taps_last(FOURTH, "button-join")
    await village.taps(CADRE, "escalate", four.id, four.epoch)
    before = await _issues(village)
    assert await _puts(village, two, 3) == "not-all-theirs"
    assert await _issues(village) == before
    assert await _puts(village, two, 3, by=OFFICE) == "put-in-done"
    assert len(await _issues(village)) == 1
    assert three.id in (await _issues(village))[0]


async def test_the_issue_tells_each_of_what_they_may_read_and_counts_the_rest(village: Village) -> None:
    first, second = await _two(village)
    await village.taps_last(XIUYING, "button-join")
    assert "共性问题 · 2户" in [button[0] for button in (await village.sees(CADRE, first))["buttons"]]
    await village.says(CADRE, "户主1家的药下周到", reply_to=await village.card(CADRE, first))
    await village.taps_last(CADRE, "outcome-solved")
    await village.taps(CADRE, "issue", second.id)
    opened = await village.last(CADRE)
    assert (opened.data["count"], opened.data["grown"], opened.data["unlisted"]) == (2, 2, 0)
    (line,) = opened.data["villages"]
    assert line["data"] == {"village": "磨石沟", "count": 2, "answered": 1, "numbers": ["磨石沟-1", "磨石沟-2"]}
    (answer,) = opened.data["answers"]
    assert "药下周到" in answer["data"]["reply"]
    assert "户主1" not in answer["data"]["reply"]
    await village.taps(CADRE, "escalate", second.id, second.epoch)
    await village.taps(VILLAGE_LEAD, "issue", second.id)
    read = await village.last(VILLAGE_LEAD)
    assert [line["data"]["numbers"] for line in read.data["villages"]] == [["磨石沟-2"]]
    assert (read.data["count"], read.data["unlisted"], read.data["answers"]) == (2, 1, [])
    for other in (AREA_LEAD, XIUYING):
        assert await village.taps(other, "issue", second.id) == "not-yours"


async def test_a_barred_official_finds_it_in_no_issue(village: Village) -> None:
    first, second = await _two(village)
    await village.taps_last(XIUYING, "button-join")
    await village.taps(GUILAN, "accuse_filed", first.id)
    assert await village.taps(CADRE, "issue", first.id) == "not-yours"
    await village.taps(CADRE, "issue", second.id)
    opened = await village.last(CADRE)
    assert (opened.data["count"], opened.data["unlisted"]) == (1, 0)
    assert [line["data"]["numbers"] for line in opened.data["villages"]] == [["磨石沟-2"]]


async def test_a_lead_and_the_county_office_put_in_without_holding_it(village: Village) -> None:
    first, second = await _two(village)
    await village.taps(OFFICE, "cadre_more", first.id, first.epoch)
    assert (await village.button(OFFICE, "more-put-in"))["id"] == first.id
    await _begins(village, first, by=OFFICE)
    await village.taps_last(OFFICE, "put-in-partner")
    assert await _issues(village) == [[first.id, second.id]]


async def test_of_peoples_own_affairs_nobody_hears_where_the_others_live(village: Village) -> None:
    _, second = await _told(village, (GUILAN, SUBSIDY), (XIUYING, SUBSIDY))
    await _puts(village, second, 1)
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["near"]) == ("put-in", "none")


async def test_what_a_meeting_had_on_its_table_follows_an_issue_that_was_merged(village: Village) -> None:
    await _households(village, THIRD, FOURTH)
    _, two, three, four = await _told(
        village, (GUILAN, MEDICINE), (XIUYING, SHORTAGE), (THIRD, OTHER_WORDS), (FOURTH, OTHER_WORDS)
    )
    await village.taps_last(XIUYING, "button-join")
    await village.taps_last(FOURTH, "button-join")
    await village.taps(CADRE, "escalate", four.id, four.epoch)
    await village.says(VILLAGE_LEAD, "研判会")
    theirs = await find_issue_of(village.county.session, four.id)
    items = await village.county.session.scalars(select(StudyItem))
    item = next(one.id for one in items if theirs and one.issue_id == theirs.id)
    assert await _puts(village, two, 3, by=OFFICE) == "put-in-done"
    assert await _issues(village) == [[appeal.id for appeal in await _appeals(village)]]
    await village.taps(VILLAGE_LEAD, "study_item", item)
    assert (await village.last(VILLAGE_LEAD)).data["count"] == 4
    await village.taps_last(VILLAGE_LEAD, "study-issue")
    assert (await village.last(VILLAGE_LEAD)).data["count"] == 4
    await _later(village)
    await village.taps_last(OFFICE, "button-take-apart")
    await village.taps(VILLAGE_LEAD, "study_item", item)
    await village.taps_last(VILLAGE_LEAD, "study-issue")
    (line,) = (await village.last(VILLAGE_LEAD)).data["villages"]
    assert line["data"]["numbers"] == ["磨石沟-4"]
    assert (await _issues(village))[1] == [three.id, four.id]
