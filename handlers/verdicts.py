"""What a household says of an answer, and of its own entry on the wall."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery

from bot.rules.buttons import Tap
from bot.rules.lifecycle import Verdict
from bot.usecases.judge_answer import judge_answer
from bot.usecases.settle_echo import agree_to_echo, refuse_echo
from bot.usecases.turn import Toast, Turn
from handlers.taps import Verbs, carry_out, one_of

VERBS: Verbs = {
    "judge_solved": lambda turn, tap: judge_answer(turn, tap.id, Verdict.SOLVED),
    "judge_half": lambda turn, tap: judge_answer(turn, tap.id, Verdict.HALF),
    "judge_unsolved": lambda turn, tap: judge_answer(turn, tap.id, Verdict.NOT_SOLVED),
    "echo_yes": lambda turn, tap: agree_to_echo(turn, tap.id),
    "echo_no": lambda turn, tap: refuse_echo(turn, tap.id),
}


def router() -> Router:
    router = Router(name=__name__)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(step, one_of(VERBS))
    return router


async def step(_query: CallbackQuery, turn: Turn, tap: Tap) -> Toast:
    return await carry_out(VERBS, turn, tap)
