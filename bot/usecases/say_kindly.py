"""Thanks and greetings get a kind word, and no number."""

from bot.usecases.turn import Turn
from nlp.assent import thanks


async def say_kindly(turn: Turn, words: str) -> None:
    await turn.answer("kind-thanks" if thanks(words) else "kind-greeting")
