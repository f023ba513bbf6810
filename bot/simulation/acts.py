"""What people do in a chat, as one call of the same use case that their tap or their words would reach."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.rules.errors import Refusal
from bot.rules.lifecycle import Outcome, Verdict
from bot.rules.people import DEFAULT_LANGUAGE, Person
from bot.simulation.people import Deed, Model
from bot.usecases.accept_appeal import accept_appeal
from bot.usecases.answer_appeal import answer_appeal
from bot.usecases.escalate_appeal import escalate_appeal
from bot.usecases.file import Matter, file
from bot.usecases.give_receipt import give_receipt
from bot.usecases.heard import Heard
from bot.usecases.judge_answer import judge_answer
from bot.usecases.send_answer import finish_answer
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from bot.usecases.villager import access_villager
from nlp.reading import read
from storage.access import access_appeals_by_the_clock
from storage.answers import find_unsent_answer
from storage.at_hand import lay_at_hand
from storage.hands import InHand, ToJudge
from storage.models import PieceKind

BOT = 1
_WORDS = "已经去看过了,办好了"
_PARTLY = 3.0  # matters so much harder than the middling are only partly solved


@dataclass(frozen=True)
class Acts:
    """`users`: from which chat each official acts, by row id."""

    model: Model
    users: dict[int, int]
    messages: Iterator[int]

    async def tell(self, tick: Tick, user: int, words: str) -> None:
        """A household hands its words in."""
        turn = self._turn(tick, user)
        villager = await access_villager(turn)
        matter = Matter(words, read(words, cadre=villager.cadre_name))
        await give_receipt(turn, villager, await file(turn, villager, matter), matter.complaint)
        await turn.post_all()

    async def prepare(self, tick: Tick, appeals: Iterable[int]) -> None:
        """What acts on these will ask of the roster is read at once, as the clock does it."""
        await lay_at_hand(tick.session, await access_appeals_by_the_clock(tick.session, appeals))

    async def do(self, tick: Tick, deed: Deed, held: InHand) -> None:
        """An official's deed; what the rules refuse changes nothing."""
        turn = self._turn(tick, self.users[held.official])
        try:
            async with tick.session.begin_nested():
                await self._do(turn, deed, held)
                await turn.post_all()
        except Refusal:
            return

    async def judge(self, tick: Tick, asked: ToJudge, verdict: Verdict) -> None:
        turn = self._turn(tick, asked.user)
        try:
            async with tick.session.begin_nested():
                await judge_answer(turn, asked.answer, verdict)
                await turn.post_all()
        except Refusal:
            return

    async def _do(self, turn: Turn, deed: Deed, held: InHand) -> None:
        if deed is Deed.SOLVE:
            await self._solve(turn, held)
        elif deed is Deed.CLIMB:
            await escalate_appeal(turn, held.appeal, held.epoch)
        elif held.is_new:
            await accept_appeal(turn, held.appeal, held.epoch)

    async def _solve(self, turn: Turn, held: InHand) -> None:
        await answer_appeal(turn, held.appeal, Heard(next(self.messages), turn.now, PieceKind.TEXT, _WORDS))
        answer = await find_unsent_answer(turn.session, held.appeal, held.official)
        if answer is not None:
            partly = self.model.hardness(held.name) > _PARTLY
            await finish_answer(turn, answer.id, Outcome.PARTLY_SOLVED if partly else Outcome.SOLVED)

    def _turn(self, tick: Tick, user: int) -> Turn:
        who = Person(BOT, user, user, "", DEFAULT_LANGUAGE)
        occasion = f"simulated-{next(self.messages)}"
        return Turn(tick.session, tick.now, occasion, who=who, policy=tick.policy, calendar=tick.calendar, box=[])
