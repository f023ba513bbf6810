"""Households that tell of one matter: asked, joined, answered together, and apart again."""

from sqlalchemy import select

from bot.rules.lifecycle import Status
from storage.models import (
    Answer,
    Appeal,
    CommonIssue,
    Letter,
    LetterKind,
    Verdict,
)
from tests.bot.usecases.issues import THIRD, appeals, members, third_household, two_joined
from tests.bot.usecases.village import Village
from tests.handlers.scenes import told_by
from tests.storage.county import CADRE, GUILAN, VILLAGE_LEAD, XIUYING

_PHOTO = {"file_id": "id-p", "file_unique_id": "p", "width": 1, "height": 1}


async def _answer(village: Village, appeal: Appeal, words: str = "药下周到", by: int = CADRE) -> None:
    await village.says(by, words, reply_to=await village.card(by, appeal))
    await village.taps_last(by, "outcome-solved")


async def test_a_yes_links_both_and_each_hears_of_it_with_a_way_out(village: Village) -> None:
    first, second = await two_joined(village)
    assert await members(village) == [first.id, second.id]
    mine, hers = await village.last(XIUYING), await village.last(GUILAN)
    assert (mine.wording, mine.data["count"], hers.wording) == ("joined", 2, "joined-by-another")
    assert hers.is_quiet
    for letter in (mine, hers):
        assert [button["label"] for button in letter.buttons or ()] == ["button-leave-issue"]
    assert [appeal.status for appeal in (first, second)] == [Status.FILED, Status.FILED]


async def test_the_cards_of_both_say_how_many_households_share_it(village: Village) -> None:
    for appeal in await two_joined(village):
        assert "共性问题 · 2户" in (await village.sees(CADRE, appeal))["parts"][0]


async def test_the_first_card_still_waits_for_its_minute(village: Village) -> None:
    _, second = await two_joined(village)
    letters = await village.county.session.scalars(select(Letter).where(Letter.kind == LetterKind.CARD))
    due = {letter.appeal_id: letter.not_before for letter in letters}
    assert due[second.id] == second.card_not_before


async def test_one_answer_reaches_both_and_each_judges_alone(village: Village) -> None:
    first, second = await two_joined(village)
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
    first, _ = await two_joined(village)
    await village.sends(CADRE, reply_to=await village.card(CADRE, first), photo=[_PHOTO])
    await village.taps_last(CADRE, "outcome-cannot")
    await village.says(CADRE, "县里没有这个药")
    await village.taps_last(CADRE, "button-together")
    letters = await village.county.session.scalars(select(Letter).where(Letter.kind == LetterKind.FILE))
    assert {letter.chat_id for letter in letters} == {GUILAN, XIUYING}
    assert (await village.last(XIUYING)).data["reason"] == "县里没有这个药"


async def test_what_is_in_other_hands_stays_there(village: Village) -> None:
    first, second = await two_joined(village)
    await village.taps(CADRE, "escalate", second.id, second.epoch)
    await _answer(village, first)
    assert (await village.last(CADRE)).wording != "together-asked"
    await third_household(village)
    await told_by(village, THIRD, "卫生室常用药没有,感冒药都要到镇上买")
    await village.taps_last(THIRD, "button-join")
    third = (await appeals(village))[-1]
    await _answer(village, third, "月底进药")
    assert "together-asked" not in await village.told(CADRE)
    assert await village.status(second) is Status.ESCALATED


async def test_a_lead_who_holds_several_answers_them_all(village: Village) -> None:
    first, second = await two_joined(village)
    for appeal in (first, second):
        await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await _answer(village, first, by=VILLAGE_LEAD)
    await village.taps_last(VILLAGE_LEAD, "button-together")
    assert await village.status(second) is Status.ANSWERED


async def test_words_that_wait_for_their_own_tap_are_not_overtaken(village: Village) -> None:
    first, second = await two_joined(village)
    await village.says(CADRE, "您家的药我明天捎来", reply_to=await village.card(CADRE, second))
    await _answer(village, first)
    assert "together-asked" not in await village.told(CADRE)


async def test_only_this_one_leaves_the_others_open(village: Village) -> None:
    first, second = await two_joined(village)
    await _answer(village, first)
    await village.taps_last(CADRE, "button-only-this")
    assert await village.status(second) is Status.FILED


async def test_apart_again_it_is_answered_alone_and_what_was_answered_stays(village: Village) -> None:
    first, second = await two_joined(village)
    await _answer(village, first)
    await village.taps_last(CADRE, "button-together")
    await village.taps_last(XIUYING, "button-leave-issue")
    assert await members(village) == [first.id]
    assert await village.status(second) is Status.ANSWERED
    assert "共性问题" not in (await village.sees(CADRE, first))["parts"][0]


async def test_my_matters_has_the_way_out_too(village: Village) -> None:
    await two_joined(village)
    await village.says(GUILAN, "我的事")
    labels = [button["label"] for button in await village.buttons(GUILAN)]
    assert "button-leave-issue" in labels
    await village.taps_last(GUILAN, "button-leave-issue")
    await village.says(GUILAN, "我的事")
    assert "button-leave-issue" not in [button["label"] for button in await village.buttons(GUILAN)]


async def test_the_third_joins_the_issue_that_is_there(village: Village) -> None:
    await two_joined(village)
    await third_household(village)
    await told_by(village, THIRD, "卫生室常用药没有,感冒药都要到镇上买")
    assert (await village.last(THIRD)).data["count"] == 2
    await village.taps_last(THIRD, "button-join")
    assert (await village.last(THIRD)).data["count"] == 3
    assert len((await village.county.session.scalars(select(CommonIssue))).all()) == 1


async def test_made_private_later_it_leaves_at_once_and_nobody_is_told(village: Village) -> None:
    first, second = await two_joined(village)
    before = await village.told(XIUYING)
    await village.taps(GUILAN, "make_private", first.id)
    assert await members(village) == [second.id]
    assert await village.told(XIUYING) == before
    assert "共性问题" not in (await village.sees(CADRE, second))["parts"][0]
    (issue,) = (await village.county.session.scalars(select(CommonIssue))).all()
    assert issue.title == second.title


async def test_about_the_cadre_later_it_leaves_too(village: Village) -> None:
    first, second = await two_joined(village)
    await village.taps(GUILAN, "accuse_filed", first.id)
    assert await members(village) == [second.id]


async def test_withdrawn_it_leaves_too(village: Village) -> None:
    first, second = await two_joined(village)
    await village.taps(XIUYING, "withdraw_surely", second.id)
    assert await members(village) == [first.id]
