"""From the card on the cadre's phone to the words on the author's."""

import pytest
from sqlalchemy import select

from bot.rules.lifecycle import Outcome, Status
from bot.usecases.send_answer import send_untapped_answers
from storage.barred import add_barred
from storage.deliveries import Standing, add_delivery
from storage.models import Answer, DeliveryKind
from tests.bot.usecases.village import Village
from tests.storage.county import AREA_LEAD, BOT, CADRE, DAYONG, GUILAN, MAYOR, OFFICE, VILLAGE_LEAD, XIUYING

STRANGER = 9999
EVERYBODY_ELSE = (GUILAN, DAYONG, XIUYING, VILLAGE_LEAD, AREA_LEAD, MAYOR, OFFICE, STRANGER)
REPLY = "您母亲的低保因年审材料没交停发,我明天上门帮您补"


async def _answered(village: Village, label: str = "outcome-solved") -> int:
    """The appeal's id, after the cadre's reply to its card and the tap."""
    appeal = await village.file()
    await village.says(CADRE, REPLY, reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, label)
    return appeal.id


async def test_the_cadre_accepts_once_and_is_told_so_the_second_time(village: Village) -> None:
    appeal = await village.file()
    assert await village.taps(CADRE, "accept", appeal.id, appeal.epoch) == "accepted"
    assert await village.status(appeal) is Status.ACCEPTED
    assert await village.taps(CADRE, "accept", appeal.id, 0) == "already-accepted"


@pytest.mark.parametrize("verb", ["accept", "escalate", "cadre_more", "ask_back", "extend", "refer"])
async def test_a_button_does_nothing_in_another_hand(village: Village, verb: str) -> None:
    appeal = await village.file()
    for user in EVERYBODY_ELSE:
        if user == OFFICE and verb in {"refer", "cadre_more"}:
            continue  # the county office may refer or take over any appeal
        assert await village.taps(user, verb, appeal.id, appeal.epoch) == "not-yours"
        assert (await village.status(appeal), await village.told(user)) == (Status.FILED, [])


async def test_a_card_that_the_appeal_left_behind_does_nothing(village: Village) -> None:
    appeal = await village.file()
    first = appeal.epoch
    await village.taps(CADRE, "accept", appeal.id, first)
    assert await village.taps(CADRE, "escalate", appeal.id, first) == "stale"
    assert await village.status(appeal) is Status.ACCEPTED


async def test_a_reply_to_the_card_goes_out_with_the_tap_that_names_its_outcome(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, REPLY, reply_to=await village.card(CADRE, appeal))
    assert await village.told(CADRE) == ["outcome-asked"]
    assert await village.told(GUILAN) == []
    assert await village.taps_last(CADRE, "outcome-solved") == "answer-sent"
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["words"], letter.data["outcome"]) == ("answered", REPLY, "solved")
    assert [button["label"] for button in letter.buttons or ()] == [
        "verdict-solved",
        "verdict-half",
        "verdict-not-solved",
    ]
    assert await village.status(appeal) is Status.ANSWERED
    assert appeal.outcome == Outcome.SOLVED


async def test_the_answer_reaches_its_author_alone(village: Village) -> None:
    await _answered(village)
    assert [await village.told(user) for user in (DAYONG, XIUYING, VILLAGE_LEAD)] == [[], [], []]


async def test_two_replies_before_the_tap_are_one_answer(village: Village) -> None:
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    for words in ("我问了镇上", "下月起恢复"):
        await village.says(CADRE, words, reply_to=card)
    await village.taps_last(CADRE, "outcome-solved")
    assert (await village.last(GUILAN)).data["words"] == "我问了镇上\n下月起恢复"


async def test_a_second_tap_sends_nothing_twice(village: Village) -> None:
    await _answered(village)
    assert await village.taps_last(CADRE, "outcome-partly") == "already-so"
    assert await village.told(GUILAN) == ["answered"]


async def test_nobody_else_sends_the_cadres_words(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, REPLY, reply_to=await village.card(CADRE, appeal))
    (button, *_) = await village.buttons(CADRE)
    for user in EVERYBODY_ELSE:
        assert await village.taps(user, "out_solved", button["id"]) == "not-yours"
    assert await village.told(GUILAN) == []


async def test_untapped_for_ten_minutes_the_words_go_out_and_the_clock_runs_on(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, REPLY, reply_to=await village.card(CADRE, appeal))
    await send_untapped_answers(village.later(minutes=9))
    assert await village.told(GUILAN) == []
    due_at = appeal.due_at
    await send_untapped_answers(village.later(minutes=1))
    await send_untapped_answers(village.later(minutes=1))
    assert await village.told(GUILAN) == ["told"]
    assert (await village.status(appeal), appeal.due_at, appeal.outcome) == (Status.ACCEPTED, due_at, None)


async def test_what_cannot_be_done_says_why(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "这个办不成", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-cannot")
    assert await village.told(GUILAN) == []
    await village.says(CADRE, "政策从今年起改了")
    letter = await village.last(GUILAN)
    assert (letter.data["outcome"], letter.data["reason"]) == ("cannot", "政策从今年起改了")


async def test_a_reply_to_the_question_itself_answers_the_question(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "这个办不成", reply_to=await village.card(CADRE, appeal))
    village.later(minutes=1)
    await village.taps_last(CADRE, "outcome-cannot")
    asked = await village.last(CADRE)
    standing = Standing(BOT, CADRE, 999, appeal.id, DeliveryKind.NOTICE, asked.id)
    await add_delivery(village.county.session, standing, village.clock())
    await village.says(CADRE, "政策从今年起改了", reply_to=999)
    assert (await village.last(GUILAN)).data["reason"] == "政策从今年起改了"


async def test_the_words_may_be_their_own_reason(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "年审要本人到场,规定如此", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-explained")
    assert await village.taps_last(CADRE, "reason-is-above") == "answer-sent"
    assert (await village.last(GUILAN)).data["why"] == "none"


async def test_words_that_waited_when_the_appeal_left_do_not_go_out_and_the_cadre_hears_it(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, REPLY, reply_to=await village.card(CADRE, appeal))
    assert await village.taps(CADRE, "escalate", appeal.id, appeal.epoch) == "escalated-toast"
    assert (await village.last(CADRE)).wording == "answer-dropped"
    assert await village.taps_last(CADRE, "outcome-solved") == "not-in-your-hands"
    answers = [answer.sent_at for answer in await village.county.session.scalars(select(Answer))]
    assert answers == [None]


async def test_a_reply_to_an_appeal_that_went_on_is_kept_and_passed_on_if_its_writer_wants(village: Village) -> None:
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.says(CADRE, REPLY, reply_to=card)
    late = await village.last(CADRE)
    assert (late.wording, late.data["level"]) == ("words-came-late", "village")
    told = await village.told(GUILAN)
    (button,) = await village.buttons(CADRE)
    for user in EVERYBODY_ELSE:
        assert await village.taps(user, "pass_on", button["id"]) == "not-yours"
    assert await village.taps_last(CADRE, "button-pass-on") == "passed-on-toast"
    passed = await village.last(VILLAGE_LEAD)
    assert (passed.wording, passed.data["words"]) == ("passed-on", REPLY)
    await village.taps_last(CADRE, "button-pass-on")
    assert (await village.told(VILLAGE_LEAD)).count("passed-on") == 1
    assert await village.told(GUILAN) == told


async def test_words_that_were_dropped_can_be_passed_on_too(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, REPLY, reply_to=await village.card(CADRE, appeal))
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.taps_last(CADRE, "button-pass-on")
    assert (await village.last(VILLAGE_LEAD)).data["words"] == REPLY


async def test_whose_matter_it_was_is_not_said_to_whoever_was_barred_meanwhile_and_their_words_are_not_lost(
    village: Village,
) -> None:
    another = await village.file()
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    await add_barred(village.county.session, appeal, village.cast.officials[CADRE], "accused", village.clock())
    await village.says(CADRE, REPLY, reply_to=card)
    assert (await village.last(CADRE)).wording == "whose-asked"
    assert [button["id"] for button in await village.buttons(CADRE) if button["verb"] == "whose"] == [another.id]


async def test_a_reply_to_what_has_ended_is_kept_and_said_not_to_be_sent(village: Village) -> None:
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    await village.taps(GUILAN, "withdraw_surely", appeal.id)
    await village.says(CADRE, REPLY, reply_to=card)
    assert (await village.last(CADRE)).wording == "words-after-end"
    assert [answer.text for answer in await village.county.session.scalars(select(Answer))] == [REPLY]


async def test_passed_up_it_is_the_village_leads_and_the_author_hears_by_when(village: Village) -> None:
    appeal = await village.file()
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    assert await village.status(appeal) is Status.ESCALATED
    assert appeal.holder_official_id == village.cast.officials[VILLAGE_LEAD]
    assert await village.has_card(VILLAGE_LEAD)
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["level"], letter.data["due"]) == ("escalated", "village", {"day": "2026-11-30"})
