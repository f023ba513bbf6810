"""Households that tell of one matter: asked, joined, answered together, and apart again."""

from sqlalchemy import select

from bot.rules.lifecycle import Status
from storage.models import (
    Answer,
    Appeal,
    CommonIssue,
    CommonIssueMember,
    CommonIssueOffer,
    Grid,
    Letter,
    LetterKind,
    Verdict,
)
from tests.bot.usecases.village import Village
from tests.handlers.scenes import MEDICINE, SHORTAGE, SUBSIDY, told_by
from tests.storage.county import CADRE, DAYONG, GUILAN, VILLAGE_LEAD, XIUYING

THIRD, AWAY = 1004, 1005
_PHOTO = {"file_id": "id-p", "file_unique_id": "p", "width": 1, "height": 1}
LAMP_EAST, LAMP_WEST = "村东头的路灯坏了半年了,没人修", "村西头的路灯坏了半年了,没人修"


async def _appeals(village: Village) -> list[Appeal]:
    query = select(Appeal).order_by(Appeal.id).execution_options(populate_existing=True)
    return list(await village.county.session.scalars(query))


async def _members(village: Village) -> list[int]:
    query = select(CommonIssueMember.appeal_id).where(CommonIssueMember.left_at.is_(None))
    return list(await village.county.session.scalars(query.order_by(CommonIssueMember.appeal_id)))


async def _two_joined(village: Village) -> tuple[Appeal, Appeal]:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    await village.taps_last(XIUYING, "button-join")
    first, second = await _appeals(village)
    return first, second


async def _third(village: Village, *, there: str = "V", cadre: int | None = CADRE) -> int:
    """A household more, with somebody who speaks for it."""
    grid = (await village.county.session.scalars(select(Grid).where(Grid.code == there))).one()
    return await village.county.household("3", grid, village.cast.officials[cadre] if cadre else None, THIRD)


async def _answer(village: Village, appeal: Appeal, words: str = "药下周到", by: int = CADRE) -> None:
    await village.says(by, words, reply_to=await village.card(by, appeal))
    await village.taps_last(by, "outcome-solved")


async def test_the_second_household_is_asked_in_the_systems_own_words(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    assert "join-asked" not in await village.told(GUILAN)
    await told_by(village, XIUYING, SHORTAGE)
    asked = await village.last(XIUYING)
    assert (asked.wording, asked.data["count"], asked.data["near"]) == ("join-asked", 1, "village")
    assert asked.data["category"] == "卫生室与就医"
    assert asked.data["shared"] == ["卫生室"]
    assert await _members(village) == []


async def test_a_name_that_both_tell_is_told_to_neither(village: Village) -> None:
    await told_by(village, GUILAN, "卫生室赵德福大夫老不在,买个感冒药得跑到镇上")
    await told_by(village, XIUYING, "卫生室的赵德福大夫老不在 买感冒药得跑到镇上")
    letter = await village.last(XIUYING)
    assert letter.wording == "join-asked"
    assert "赵德福" not in str(letter.data)


async def test_a_yes_links_both_and_each_hears_of_it_with_a_way_out(village: Village) -> None:
    first, second = await _two_joined(village)
    assert await _members(village) == [first.id, second.id]
    mine, hers = await village.last(XIUYING), await village.last(GUILAN)
    assert (mine.wording, mine.data["count"], hers.wording) == ("joined", 2, "joined-by-another")
    assert hers.is_quiet
    for letter in (mine, hers):
        assert [button["label"] for button in letter.buttons or ()] == ["button-leave-issue"]
    assert [appeal.status for appeal in (first, second)] == [Status.FILED, Status.FILED]


async def test_the_cards_of_both_say_how_many_households_share_it(village: Village) -> None:
    for appeal in await _two_joined(village):
        assert "共性问题 · 2户" in (await village.sees(CADRE, appeal))["parts"][0]


async def test_the_first_card_still_waits_for_its_minute(village: Village) -> None:
    _, second = await _two_joined(village)
    letters = await village.county.session.scalars(select(Letter).where(Letter.kind == LetterKind.CARD))
    due = {letter.appeal_id: letter.not_before for letter in letters}
    assert due[second.id] == second.card_not_before


async def test_one_answer_reaches_both_and_each_judges_alone(village: Village) -> None:
    first, second = await _two_joined(village)
    await _answer(village, first)
    asked = await village.last(CADRE)
    assert (asked.wording, asked.data["count"]) == ("together-asked", 1)
    assert await village.status(second) is Status.FILED
    await village.taps_last(CADRE, "button-together")
    sent = await village.last(CADRE)
    assert (sent.data["count"], sent.data["left"]) == (1, 0)
    assert (await village.last(XIUYING)).data["words"] == "药下周到"
    await village.taps_last(GUILAN, "verdict-solved")
    await village.taps_last(XIUYING, "verdict-not-solved")
    assert (await village.status(first), await village.status(second)) == (Status.CLOSED, Status.ESCALATED)
    answers = (await village.county.session.scalars(select(Answer).order_by(Answer.id))).all()
    verdicts = (await village.county.session.scalars(select(Verdict))).all()
    assert [answer.appeal_id for answer in answers] == [first.id, second.id]
    assert {verdict.answer_id for verdict in verdicts} == {answer.id for answer in answers}


async def test_the_same_reason_and_files_go_along(village: Village) -> None:
    first, _ = await _two_joined(village)
    await village.sends(CADRE, reply_to=await village.card(CADRE, first), photo=[_PHOTO])
    await village.taps_last(CADRE, "outcome-cannot")
    await village.says(CADRE, "县里没有这个药")
    await village.taps_last(CADRE, "button-together")
    letters = await village.county.session.scalars(select(Letter).where(Letter.kind == LetterKind.FILE))
    assert {letter.chat_id for letter in letters} == {GUILAN, XIUYING}
    assert (await village.last(XIUYING)).data["reason"] == "县里没有这个药"


async def test_what_is_in_other_hands_stays_there(village: Village) -> None:
    first, second = await _two_joined(village)
    await village.taps(CADRE, "escalate", second.id, second.epoch)
    await _answer(village, first)
    assert (await village.last(CADRE)).wording != "together-asked"
    await _third(village)
    await told_by(village, THIRD, "卫生室常用药没有,感冒药都要到镇上买")
    await village.taps_last(THIRD, "button-join")
    third = (await _appeals(village))[-1]
    await _answer(village, third, "月底进药")
    assert "together-asked" not in await village.told(CADRE)
    assert await village.status(second) is Status.ESCALATED


async def test_a_lead_who_holds_several_answers_them_all(village: Village) -> None:
    first, second = await _two_joined(village)
    for appeal in (first, second):
        await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await _answer(village, first, by=VILLAGE_LEAD)
    await village.taps_last(VILLAGE_LEAD, "button-together")
    assert await village.status(second) is Status.ANSWERED


async def test_words_that_wait_for_their_own_tap_are_not_overtaken(village: Village) -> None:
    first, second = await _two_joined(village)
    await village.says(CADRE, "您家的药我明天捎来", reply_to=await village.card(CADRE, second))
    await _answer(village, first)
    assert "together-asked" not in await village.told(CADRE)


async def test_only_this_one_leaves_the_others_open(village: Village) -> None:
    first, second = await _two_joined(village)
    await _answer(village, first)
    await village.taps_last(CADRE, "button-only-this")
    assert await village.status(second) is Status.FILED


async def test_apart_again_it_is_answered_alone_and_what_was_answered_stays(village: Village) -> None:
    first, second = await _two_joined(village)
    await _answer(village, first)
    await village.taps_last(CADRE, "button-together")
    await village.taps_last(XIUYING, "button-leave-issue")
    assert await _members(village) == [first.id]
    assert await village.status(second) is Status.ANSWERED
    assert "共性问题" not in (await village.sees(CADRE, first))["parts"][0]


async def test_my_matters_has_the_way_out_too(village: Village) -> None:
    await _two_joined(village)
    await village.says(GUILAN, "我的事")
    labels = [button["label"] for button in await village.buttons(GUILAN)]
    assert "button-leave-issue" in labels
    await village.taps_last(GUILAN, "button-leave-issue")
    await village.says(GUILAN, "我的事")
    assert "button-leave-issue" not in [button["label"] for button in await village.buttons(GUILAN)]


async def test_whoever_stays_alone_is_not_asked_again_and_nobody_joins_them(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    await village.taps_last(XIUYING, "button-alone")
    assert (await village.last(XIUYING)).wording == "alone"
    await village.taps(GUILAN, "withdraw_surely", (await _appeals(village))[0].id)
    await _third(village)
    await told_by(village, THIRD, "卫生室常用药没有,感冒药都要到镇上买")
    assert "join-asked" not in await village.told(THIRD)


async def test_the_third_joins_the_issue_that_is_there(village: Village) -> None:
    await _two_joined(village)
    await _third(village)
    await told_by(village, THIRD, "卫生室常用药没有,感冒药都要到镇上买")
    assert (await village.last(THIRD)).data["count"] == 2
    await village.taps_last(THIRD, "button-join")
    assert (await village.last(THIRD)).data["count"] == 3
    assert len((await village.county.session.scalars(select(CommonIssue))).all()) == 1


async def test_another_place_is_another_matter(village: Village) -> None:
    await told_by(village, GUILAN, LAMP_EAST)
    await told_by(village, XIUYING, LAMP_WEST)
    assert "join-asked" not in await village.told(XIUYING)
    await told_by(village, XIUYING, LAMP_EAST)
    assert "join-asked" in await village.told(XIUYING)


async def test_a_private_one_is_never_offered_nor_counted(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await village.taps(GUILAN, "make_private", (await _appeals(village))[0].id)
    await told_by(village, XIUYING, SHORTAGE)
    assert "join-asked" not in await village.told(XIUYING)


async def test_made_private_later_it_leaves_at_once_and_nobody_is_told(village: Village) -> None:
    first, second = await _two_joined(village)
    before = await village.told(XIUYING)
    await village.taps(GUILAN, "make_private", first.id)
    assert await _members(village) == [second.id]
    assert await village.told(XIUYING) == before
    assert "共性问题" not in (await village.sees(CADRE, second))["parts"][0]
    (issue,) = (await village.county.session.scalars(select(CommonIssue))).all()
    assert issue.title == second.title


async def test_about_the_cadre_later_it_leaves_too(village: Village) -> None:
    first, second = await _two_joined(village)
    await village.taps(GUILAN, "accuse_filed", first.id)
    assert await _members(village) == [second.id]


async def test_withdrawn_it_leaves_too(village: Village) -> None:
    first, second = await _two_joined(village)
    await village.taps(XIUYING, "withdraw_surely", second.id)
    assert await _members(village) == [first.id]


async def test_a_tap_that_comes_too_late_changes_nothing(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    first, _ = await _appeals(village)
    await village.taps(GUILAN, "make_private", first.id)
    await village.taps_last(XIUYING, "button-join")
    assert (await village.last(XIUYING)).wording == "not-now"
    assert await _members(village) == []


async def test_another_member_of_the_household_is_offered_and_keeps_their_own_words(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, DAYONG, SHORTAGE)
    asked = await village.last(DAYONG)
    assert (asked.wording, asked.data["other"]) == ("join-at-home", "1号")
    await village.taps_last(DAYONG, "button-join")
    assert (await village.last(GUILAN)).data["near"] == "home"
    first, second = await _appeals(village)
    assert (first.account_id != second.account_id, await _members(village)) == (True, [first.id, second.id])


async def test_another_member_hears_nothing_of_a_private_one(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await village.taps(GUILAN, "make_private", (await _appeals(village))[0].id)
    await told_by(village, DAYONG, SHORTAGE)
    assert "join-at-home" not in await village.told(DAYONG)


async def test_of_peoples_own_affairs_nobody_hears_that_a_neighbour_has_the_same(village: Village) -> None:
    await told_by(village, GUILAN, SUBSIDY)
    await told_by(village, XIUYING, SUBSIDY)
    assert (await village.county.session.scalars(select(CommonIssueOffer))).all() == []


async def test_danger_is_not_held_up_by_a_question(village: Village) -> None:
    for user in (GUILAN, XIUYING):
        await village.says(user, "村东头的院墙要倒了 孩子还在下头玩")
    assert "join-asked" not in await village.told(XIUYING)


async def test_what_the_neighbours_area_tells_is_offered_where_the_village_is_silent(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    area = (await village.county.session.scalars(select(Grid).where(Grid.code == "A"))).one()
    there = await village.county.grid("W", "柳树沟", "village", area)
    await village.county.household("9", there, village.cast.officials[CADRE], AWAY)
    await told_by(village, AWAY, SHORTAGE)
    assert (await village.last(AWAY)).data["near"] == "area"
    await village.taps_last(AWAY, "button-join")
    (issue,) = (await village.county.session.scalars(select(CommonIssue))).all()
    assert issue.grid_id == area.id


async def test_an_ordinary_matter_is_not_joined_to_a_danger(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    first = (await _appeals(village))[0]
    first.danger = "other"
    await village.county.session.flush()
    await told_by(village, XIUYING, SHORTAGE)
    assert "join-asked" not in await village.told(XIUYING)
