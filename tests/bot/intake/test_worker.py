import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy import select

from bot.intake.arrivals import keep
from bot.intake.telegram_bot import handler_bot
from bot.intake.worker import MOST_ATTEMPTS, Worker
from bot.rules.errors import NotUnderstood
from bot.usecases.refuse import refusals_answered
from bot.usecases.turn import Toast, Turn
from handlers.middlewares import WhoAndWhen
from handlers.timers import timers
from storage import inbox
from storage.engine import Database
from storage.models import InboxState, InboxUpdate, Letter
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot_api import BOT_ID, TOKEN, message, tap
from tests.clock import Hands

Handler = Callable[..., Awaitable[Any]]


class Line:
    """An inbox and a worker whose only handler is the test's."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.hands = Hands()
        self.toasts: list[tuple[str, Toast | None, str]] = []

    def _note(self, tap: str, toast: Toast | None, language: str) -> None:
        self.toasts.append((tap, toast, language))

    async def work(self, handler: Handler, *updates: dict[str, Any]) -> None:
        """Bring the updates and work until none is due."""
        await keep(self.database, BOT_ID, updates, self.hands)
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.update.outer_middleware(WhoAndWhen(self.hands, POLICY, CALENDAR))
        router = Router()
        router.message.register(handler)
        router.callback_query.register(handler)
        dispatcher.include_router(router)
        stop = asyncio.Event()
        clockwork = timers(self.hands, POLICY, CALENDAR)
        worker = Worker(self.database, dispatcher, handler_bot(TOKEN), self.hands, clockwork, answer_tap=self._note)
        working = asyncio.create_task(worker.run(stop))
        while await self._busy():
            await self.database.letters.wait()
        stop.set()
        self.database.arrivals.ring()
        await working

    async def _busy(self) -> bool:
        """Whether the first open update of some lane is in a worker's hands or due."""
        first: dict[int, InboxUpdate] = {}
        for update in await self.updates():
            if update.state == InboxState.OPEN:
                first.setdefault(update.lane, update)
        return any(update.lease or update.not_before <= self.hands.now for update in first.values())

    async def updates(self) -> list[InboxUpdate]:
        async with self.database.read() as session:
            return list(await session.scalars(select(InboxUpdate).order_by(InboxUpdate.id)))

    async def letters(self) -> list[str]:
        async with self.database.read() as session:
            return list(await session.scalars(select(Letter.wording).order_by(Letter.id)))


@pytest.fixture
def line(database: Database) -> Line:
    return Line(database)


async def test_a_lane_is_handled_in_its_order_and_each_update_once(line: Line) -> None:
    seen = []

    async def note(message: Message, turn: Turn) -> None:
        seen.append((turn.who.chat_id, message.text))

    await line.work(note, message(1, "一"), message(2, "二"), message(3, "甲", chat=2002), message(4, "三"))
    assert [text for chat, text in seen if chat == 1001] == ["一", "二", "三"]
    assert sorted(text for _, text in seen if text) == sorted(["一", "二", "三", "甲"])
    assert {update.state for update in await line.updates()} == {InboxState.DONE}


async def test_what_a_failing_handler_has_written_is_undone_and_done_at_the_next_attempt(line: Line) -> None:
    attempts = []

    async def fail_once(message: Message, turn: Turn) -> None:
        attempts.append(message.text)
        await turn.answer(f"written-{len(attempts)}")
        if len(attempts) == 1:
            raise KeyError

    await line.work(fail_once, message(1, "一"))
    assert await line.letters() == []
    line.hands.move(timedelta(seconds=2))
    await line.work(fail_once)
    assert await line.letters() == ["written-2"]
    assert [(update.state, update.attempts) for update in await line.updates()] == [(InboxState.DONE, 2)]


async def test_an_update_that_always_fails_is_parked_its_writer_told_and_the_lane_goes_on(line: Line) -> None:
    async def choke(message: Message, turn: Turn) -> None:
        if message.text == "一":
            raise KeyError("俺娘")
        await turn.answer("heard")

    await line.work(choke, message(1, "一"), message(2, "二"))
    for attempt in range(1, MOST_ATTEMPTS):
        line.hands.move(timedelta(seconds=2**attempt))
        await line.work(choke)
    parked, done = await line.updates()
    assert (parked.state, parked.attempts, done.state) == (InboxState.PARKED, MOST_ATTEMPTS, InboxState.DONE)
    assert parked.error is not None
    assert "俺娘" not in parked.error
    assert await line.letters() == ["busy", "heard"]


async def test_an_update_that_ends_the_service_each_time_is_parked_and_those_beside_it_are_not(line: Line) -> None:
    async def hear(message: Message, turn: Turn) -> None:
        await turn.answer("heard")

    await line.work(hear, message(1, "一"), message(2, "二", chat=2002))
    async with line.database.write() as session:
        for update, attempts in zip(await line.updates(), (2 * MOST_ATTEMPTS, MOST_ATTEMPTS), strict=True):
            again = await session.get_one(InboxUpdate, update.id)
            again.state, again.attempts, again.payload = InboxState.OPEN, attempts, message(update.update_id, "又")
            again.lease = again.settled_at = None
    await line.work(hear)
    parked, done = await line.updates()
    assert (parked.state, done.state) == (InboxState.PARKED, InboxState.DONE)


async def test_a_refusal_undoes_what_was_done_and_its_notice_is_written(line: Line) -> None:
    async def refuse(message: Message, turn: Turn) -> None:
        async with refusals_answered(turn):
            await turn.answer("half-done")
            raise NotUnderstood

    await line.work(refuse, message(1, "一"))
    assert await line.letters() == ["not-understood"]
    assert [update.state for update in await line.updates()] == [InboxState.DONE]


async def test_a_handler_cannot_reach_the_network(line: Line) -> None:
    async def call(message: Message, turn: Turn) -> None:
        await turn.answer("promised")
        await message.answer("at once")

    await line.work(call, message(1, "一"))
    assert await line.letters() == []
    assert [update.state for update in await line.updates()] == [InboxState.OPEN]


async def test_an_update_that_no_handler_wants_is_done(line: Line) -> None:
    async def never(message: Message, turn: Turn) -> None:
        raise AssertionError

    await line.work(never, {"update_id": 1, "edited_message": message(1, "一")["message"]})
    assert [update.state for update in await line.updates()] == [InboxState.DONE]


async def test_an_unreadable_update_is_tried_again_without_a_word_of_it_in_the_log(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async def never(message: Message, turn: Turn) -> None:
        raise AssertionError

    await line.work(never, message(1, "一", date="俺娘八十了"))
    assert [update.state for update in await line.updates()] == [InboxState.OPEN]
    assert "message.date" in caplog.text
    assert "俺娘" not in caplog.text


async def test_what_a_dead_worker_had_claimed_is_handled_at_once_by_the_next(line: Line) -> None:
    async def note(message: Message, turn: Turn) -> None:
        await turn.answer("heard")

    await keep(line.database, BOT_ID, [message(1, "一")], line.hands)
    async with line.database.write() as session:
        inbox.record_claimed(await inbox.find_due_updates(session, BOT_ID, line.hands.now, 1), line.hands.now)
    await line.work(note)
    assert await line.letters() == ["heard"]
    assert [update.attempts for update in await line.updates()] == [2]


async def test_a_tap_is_answered_with_what_its_handler_returned_after_the_commit(line: Line) -> None:
    async def accept(_: CallbackQuery, turn: Turn) -> Toast:
        await turn.answer("accepted")
        return Toast("accepted-toast", {"number": "127号"})

    await line.work(accept, tap(1, "accept:127:0"))
    assert line.toasts == [("tap-1", Toast("accepted-toast", {"number": "127号"}), "zh-Hans")]
    assert await line.letters() == ["accepted"]


async def test_a_tap_that_no_handler_wants_is_answered_too_so_that_the_phone_stops_waiting(line: Line) -> None:
    async def nothing(_: CallbackQuery) -> None:
        pass

    await line.work(nothing, tap(1, "no-such"))
    assert line.toasts == [("tap-1", None, "zh-Hans")]


async def test_a_tap_that_failed_is_not_answered_as_if_it_had_worked(line: Line) -> None:
    async def fail(_: CallbackQuery) -> Toast:
        raise KeyError

    await line.work(fail, tap(1, "accept:127:0"))
    assert line.toasts == []
