"""Entries of the wall on their way to a channel."""

from bot.delivery.desk import Desk
from bot.delivery.outcome import Sent
from bot.delivery.settle import settle
from bot.rules.lifecycle import Outcome
from bot.rules.wall import EchoForm
from storage.echoes import NewEcho, add_echo, record_echo_shown, record_echo_withdrawn
from storage.letters import Notice
from storage.models import Echo, LetterKind, LetterState
from storage.outbox import find_due_letters
from tests.bot.delivery.post import Post
from tests.bot.rules.calendars import POLICY
from tests.bot_api import BOT_ID
from tests.storage.cases import file

CHANNEL = -1001


async def _posted(post: Post) -> Echo:
    """The entry of an appeal, shown, and the letter that brings it to the channel."""
    async with post.county() as (county, cast):
        appeal = await file(county, cast)
        now = post.hands.now
        new = NewEcho(appeal.id, appeal.grid_id, EchoForm.FULL, "water", Outcome.SOLVED, "水井没水", "清好了", now)
        echo = await add_echo(county.session, new, now)
        await record_echo_shown(county.session, echo, now)
    echoed = Notice(BOT_ID, CHANNEL, "echo-entry", "zh-Hans", {}, "1", appeal_id=appeal.id, kind=LetterKind.ECHO)
    await post.add(echoed)
    return echo


async def test_what_leaves_says_what_the_wall_says_and_is_kept_nowhere(post: Post) -> None:
    await _posted(post)
    await post.calls(1)
    assert post.texts == ["饮水水利 · 办好了\n群众:“水井没水”\n答复:“清好了”"]
    (letter,) = await post.letters()
    assert (letter.rendered, letter.data) == (None, {})
    assert await post.deliveries() == []


async def test_what_was_withdrawn_before_it_left_does_not_leave(post: Post) -> None:
    echo = await _posted(post)
    async with post.database.write() as session:
        await record_echo_withdrawn(session, echo, post.hands.now)
    await post.write("2", chat=CHANNEL)
    await post.calls(1)
    assert [letter.state for letter in await post.letters()] == [LetterState.SUPPRESSED, LetterState.SENT]


async def test_what_was_withdrawn_while_its_call_was_out_is_taken_back(post: Post) -> None:
    echo = await _posted(post)
    now = post.hands.now
    async with post.database.write() as session:
        (letter,) = await find_due_letters(session, BOT_ID, now, 1)
        errand = await Desk(POLICY).prepare(session, letter, now)
    assert errand
    async with post.database.write() as session:
        await record_echo_withdrawn(session, echo, now)
    async with post.database.write() as session:
        await settle(session, errand, Sent(7), POLICY, now)
    _, order = await post.letters()
    assert (order.kind, order.data["message_id"]) == (LetterKind.TAKE_BACK, 7)
