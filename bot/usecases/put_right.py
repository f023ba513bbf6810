"""要改几句: what somebody wrote for a household is put right in its own words."""

from bot.usecases.acting import acting_account
from bot.usecases.add_words import add_words
from bot.usecases.ask import ask
from bot.usecases.give_receipt import number_of
from bot.usecases.hear import hear
from bot.usecases.heard import Heard
from bot.usecases.own_appeal import access_own
from bot.usecases.turn import Turn
from bot.usecases.villager import access_speaker
from nlp.kinds import Judged
from nlp.reading import read

PUT_RIGHT = "put_right"


async def ask_what_is_wrong(turn: Turn, appeal_id: int) -> None:
    """Raises NotYours for whoever is not its author."""
    view = await access_own(turn, appeal_id)
    await ask(turn, PUT_RIGHT, {"appeal": appeal_id})
    await turn.answer("what-is-wrong", about=appeal_id, number=number_of(view.appeal))


async def put_right(turn: Turn, appeal_id: int, heard: Heard) -> None:
    """Their words stand beside the others, and whoever holds it is told; but what may be about the cadre is asked."""
    view = await access_own(turn, appeal_id)
    villager = await access_speaker(turn, view.appeal.household_id)
    reading = read(heard.words, cadre=villager.cadre_name)
    if reading.about_cadre != Judged.NO:
        await hear(turn, heard)
        return
    await add_words(turn, await acting_account(turn), appeal_id, heard, reading)
