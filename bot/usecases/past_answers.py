"""How like matters were answered before, without what leads to a person: only what the wall would tell, or what the one
who asks may read anyway."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Outcome, Verdict
from bot.rules.past_answers import order_of
from bot.rules.wall import EchoForm
from bot.usecases.like_appeals import Alike, list_alike_answered
from bot.usecases.preview_echo import entry_form
from bot.usecases.redacted import redacted
from bot.usecases.turn import Turn
from storage.access import access_appeal
from storage.answers import list_last_answers
from storage.echoes import find_echo
from storage.models import Answer, Appeal, Echo, EchoState
from storage.pieces import find_appeal_words
from storage.stale_answers import list_first_ones, list_stale
from storage.verdicts import list_judged
from storage.viewers import Viewer

OFFERED = 3
_WHOLE = 2000
_CUT = "…"


@dataclass(frozen=True)
class PastAnswer:
    """`id`: of the answer as it was first written; its copies count as the same. `reply` is whole."""

    id: int
    appeal: Appeal
    outcome: Outcome
    verdict: Verdict | None
    answered_at: datetime
    words: str
    reply: str


async def list_past_answers(turn: Turn, viewer: Viewer, appeal: Appeal, most: int) -> list[PastAnswer]:
    """The best first; none that is stale, nor of an appeal that is not public."""
    found: dict[int, PastAnswer] = {}
    for first, other, answer, verdict in await _ranked(turn, appeal):
        told = None if first in found else await _told(turn, viewer, other, answer)
        if told is not None:
            outcome, at = Outcome(answer.outcome or ""), answer.sent_at or answer.written_at
            found[first] = PastAnswer(first, other, outcome, verdict, at, *told)
        if len(found) == most:
            break
    return list(found.values())


async def _ranked(turn: Turn, appeal: Appeal) -> Sequence[tuple[int, Appeal, Answer, Verdict | None]]:
    alike = await list_alike_answered(turn, appeal, await find_appeal_words(turn.session, appeal.id))
    last = await list_last_answers(turn.session, [one.appeal.id for one in alike])
    firsts = await list_first_ones(turn.session, [answer.id for answer in last.values()])
    stale = await list_stale(turn.session, firsts.values())
    judged = await list_judged(turn.session, firsts)

    def order(one: Alike) -> tuple[int, float, int]:
        answer = last[one.appeal.id]
        return order_of(judged.get(answer.id), one.alike.score, answer.id)

    with_words = [one for one in alike if one.appeal.id in last and last[one.appeal.id].text]
    told = [(one.appeal, last[one.appeal.id]) for one in sorted(with_words, key=order)]
    ranked = [(firsts[answer.id], other, answer, judged.get(answer.id)) for other, answer in told]
    return [one for one in ranked if one[0] not in stale]


async def _told(turn: Turn, viewer: Viewer, appeal: Appeal, answer: Answer) -> tuple[str, str] | None:
    """Both sides' words; None where their household, or the guard of the wall, keeps them off it."""
    echo = await find_echo(turn.session, appeal.id)
    if echo is not None and echo.state in {EchoState.WITHHELD, EchoState.WITHDRAWN}:
        return None
    form = EchoForm(echo.form) if echo else await entry_form(turn, appeal, said_yes=False)
    if form is not EchoForm.FULL and not await _may_read(turn, viewer, appeal):
        return None
    words, reply = await redacted(turn, appeal, answer, longest=_WHOLE)
    if echo is not None and _tells_of(echo, answer):
        return echo.words, reply if echo.answer.endswith(_CUT) else echo.answer
    return words, reply


def _tells_of(echo: Echo, answer: Answer) -> bool:
    """The entry is made once, of the first answer."""
    is_later = answer.sent_at is not None and answer.sent_at > echo.preview_at
    return bool(echo.answer) and not is_later


async def _may_read(turn: Turn, viewer: Viewer, appeal: Appeal) -> bool:
    try:
        return (await access_appeal(turn.session, viewer, appeal.id)).shows_words
    except NotYours:
        return False
