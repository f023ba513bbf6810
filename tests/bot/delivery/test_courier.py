import asyncio
import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.delivery.calls import Send
from bot.delivery.desk import Errand
from bot.delivery.outcome import Sent
from bot.delivery.settle import COPY_AFTER, settle
from bot.lease import Lease
from bot.rules.buttons import Button
from bot.rules.errors import TokenRefused
from storage import outbox
from storage.accounts import record_seen
from storage.leases import LENGTH
from storage.letters import Notice, Priority
from storage.models import Account, LetterState
from tests.bot.delivery.post import BUSY, GUILAN, SUN, Post
from tests.bot.rules.calendars import POLICY
from tests.bot_api import BOT_ID, HANG_UP, Answer, BotApi


async def test_letters_of_a_chat_arrive_in_their_order(post: Post) -> None:
    for number in range(1, 6):
        await post.write(str(number), wording="resent", text=str(number))
        await post.write(str(number), chat=SUN, wording="resent", text=str(number))
    await post.calls(10)
    for chat in (GUILAN, SUN):
        assert [sent["text"] for sent in post.api.sent if sent["chat_id"] == str(chat)] == [
            f"(重发){number}" for number in range(1, 6)
        ]
    assert {letter.state for letter in await post.letters()} == {LetterState.SENT}
    assert None not in {letter.message_id for letter in await post.letters()}


async def test_sending_is_committed_before_the_call(post: Post) -> None:
    seen: list[str] = []
    loop = asyncio.get_running_loop()

    def look(_: BotApi) -> None:
        found = asyncio.run_coroutine_threadsafe(post.letters(), loop).result(10)
        seen.extend(letter.state for letter in found)

    post.api.before_sending = look
    await post.write("1")
    await post.calls(1)
    assert seen == [LetterState.SENDING]


@pytest.mark.parametrize("lost", [HANG_UP, Answer.error(502, "Bad Gateway"), Answer(200, {"ok": True})])
async def test_after_an_ambiguous_answer_one_marked_copy_follows(post: Post, lost: Answer) -> None:
    post.api.script("sendMessage", lost)
    await post.write("1")
    await post.calls(1)
    assert [(letter.state, letter.doubts) for letter in await post.letters()] == [(LetterState.UNCERTAIN, 1)]
    post.hands.move(COPY_AFTER)
    await post.calls(2)
    assert post.texts[-1] == f"(重发){BUSY}"
    assert [letter.state for letter in await post.letters()] == [LetterState.SENT]


async def test_a_copy_says_what_the_first_said_though_the_day_has_changed(post: Post) -> None:
    post.api.script("sendMessage", HANG_UP)
    await post.write("1", wording="extension-noted", due={"day": "2026-11-25"})
    await post.calls(1)
    post.hands.move(timedelta(days=1))
    await post.calls(2)
    first, copy = (given["text"] for given in post.given("sendMessage"))
    assert (copy, "后天" in first) == (f"(重发){first}", True)


async def test_a_second_ambiguous_answer_brings_no_third_copy_and_the_chat_goes_on(post: Post) -> None:
    post.api.script("sendMessage", HANG_UP, HANG_UP)
    await post.write("1")
    await post.calls(1)
    post.hands.move(COPY_AFTER)
    await post.calls(2)
    post.hands.move(timedelta(days=1))
    await post.write("2", wording="not-understood")
    await post.calls(3)
    assert post.texts == [BUSY, f"(重发){BUSY}", "这个我看不懂,您用字说就行。"]


async def test_a_call_cut_off_by_a_crash_is_repeated_with_a_mark(post: Post) -> None:
    await post.write("1")
    async with post.database.write() as session:
        (letter,) = await outbox.find_due_letters(session, BOT_ID, post.hands.now, 1)
        rendered = {"parts": ["the words of the first time"], "buttons": []}
        outbox.record_sending(letter, rendered, post.hands.now)
    await post.calls(1)
    assert post.texts == ["(重发)the words of the first time"]


async def test_a_budget_that_is_used_up_is_waited_out_and_the_copy_is_not_marked(post: Post) -> None:
    post.api.script("sendMessage", Answer.error(429, "Too Many Requests: retry after 7", retry_after=7))
    await post.write("1")
    await post.calls(1)
    (letter,) = await post.letters()
    assert (letter.state, letter.not_before) == (LetterState.PENDING, post.hands.now + timedelta(seconds=7))
    post.hands.move(timedelta(seconds=7))
    await post.calls(2)
    assert post.texts == [BUSY]


async def test_whoever_blocks_the_bot_is_unreachable_and_gets_nothing_more(post: Post) -> None:
    post.api.script("sendMessage", Answer.error(403, "Forbidden: bot was blocked by the user"))
    async with post.database.write() as session:
        await record_seen(session, BOT_ID, GUILAN, GUILAN, post.hands.now)
    await post.write("1")
    await post.write("2")
    await post.calls(1)
    assert {letter.state for letter in await post.letters()} == {LetterState.SUPPRESSED}
    async with post.database.read() as session:
        assert await session.scalar(select(Account.unreachable_since)) == post.hands.now


async def test_what_the_bot_api_will_never_take_is_laid_aside_with_the_reason(post: Post) -> None:
    post.api.script("sendMessage", Answer.error(400, "Bad Request: message text is empty"))
    await post.write("1")
    await post.write("2")
    await post.calls(2)
    first, second = await post.letters()
    assert (first.state, second.state) == (LetterState.DEAD, LetterState.SENT)
    assert first.error == "BadRequest: Message text is empty"


async def test_a_letter_that_cannot_be_written_does_not_hold_up_the_others(post: Post) -> None:
    await post.write("1", wording="no-such-sentence")
    await post.write("2")
    await post.calls(1)
    assert [letter.state for letter in await post.letters()] == [LetterState.DEAD, LetterState.SENT]


async def test_a_token_refused_in_the_middle_ends_the_courier_and_loses_nothing(post: Post) -> None:
    post.api.script("sendMessage", Answer.error(401, "Unauthorized"))
    await post.write("1")
    with pytest.raises(TokenRefused):
        await post.courier().run(asyncio.Event())
    assert [(letter.state, letter.doubts) for letter in await post.letters()] == [(LetterState.PENDING, 0)]


async def test_buttons_stand_one_a_row_and_say_what_they_mean(post: Post) -> None:
    buttons = [Button("busy", "accept", 127, 3), Button("resent", "more", 127, 3, {"text": "更多"})]
    await post.add(Notice(BOT_ID, GUILAN, "not-yours", "zh-Hans", {}, "1", buttons=buttons))
    await post.calls(1)
    assert json.loads(post.api.sent[0]["reply_markup"]) == {
        "inline_keyboard": [
            [{"text": BUSY, "callback_data": "accept:127:3"}],
            [{"text": "(重发)更多", "callback_data": "more:127:3"}],
        ]
    }


async def test_a_menu_stays_below_the_chat(post: Post) -> None:
    await post.add(Notice(BOT_ID, GUILAN, "not-yours", "zh-Hans", {}, "1", menu=["busy"]))
    await post.calls(1)
    keyboard = json.loads(post.api.sent[0]["reply_markup"])
    assert keyboard == {"keyboard": [[{"text": BUSY}]], "resize_keyboard": True, "is_persistent": True}


async def test_whoever_acts_is_served_before_those_who_are_only_told(post: Post) -> None:
    cards = [Notice(BOT_ID, chat, "busy", "zh-Hans", {}, "1", Priority.CARD) for chat in range(1, 25)]
    await post.add(*cards, Notice(BOT_ID, GUILAN, "busy", "zh-Hans", {}, "1", Priority.ANSWER))
    async with post.database.read() as session:
        due = await outbox.find_due_letters(session, BOT_ID, post.hands.now, 20)
    assert (due[0].chat_id, len(due)) == (GUILAN, 20)


async def test_a_second_courier_rests_until_the_first_has_ended(post: Post) -> None:
    first, second = post.courier(), post.courier()
    async with post.database.write() as session:
        await first._lease.hold(session)
    await post.write("1")
    await second._round(claiming=True)
    assert [letter.state for letter in await post.letters()] == [LetterState.PENDING]
    await first._lease.release(post.database)
    await post.calls(1, by=second)
    assert [letter.state for letter in await post.letters()] == [LetterState.SENT]


async def test_calls_of_a_courier_whose_time_is_over_are_in_doubt_and_it_claims_no_more(post: Post) -> None:
    late = post.courier()
    await post.write("1")
    async with post.database.write() as session:
        late._number = await late._lease.hold(session)
        (letter,) = await outbox.find_due_letters(session, BOT_ID, post.hands.now, 1)
        outbox.record_sending(letter, {"parts": [BUSY], "buttons": []}, post.hands.now)
    post.hands.move(LENGTH)
    await post.calls(1)
    assert post.texts == [f"(重发){BUSY}"]
    (before,) = await post.letters()
    async with post.database.write() as session:
        errand = Errand(letter, Send(BUSY, {"parts": [BUSY], "buttons": []}))
        await settle(session, errand, Sent(99), POLICY, post.hands.now)
    (after,) = await post.letters()
    assert (after.state, after.message_id) == (before.state, before.message_id) == (LetterState.SENT, 1)
    await post.write("2")
    async with post.database.write() as session:
        assert await Lease("courier", post.hands).hold(session)
    await late._round(claiming=True)
    assert [letter.state for letter in await post.letters()] == [LetterState.SENT, LetterState.PENDING]
