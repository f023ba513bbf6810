"""A complaint that comes after filing: what the cadre had of it is taken away."""

from sqlalchemy import select

from bot.usecases.send_answer import send_untapped_answers
from storage.models import Letter, LetterKind
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, GUILAN, INSPECTOR


async def _cards(village: Village, user: int) -> list[Letter]:
    query = select(Letter).where(Letter.chat_id == user, Letter.kind == LetterKind.CARD)
    return list(await village.county.session.scalars(query))


async def test_the_card_on_the_cadres_phone_is_shown_anew_and_the_examiners_get_one(village: Village) -> None:
    appeal = await village.file()
    assert await _cards(village, CADRE) == []
    await village.taps(GUILAN, "accuse_filed", appeal.id)
    assert len(await _cards(village, CADRE)) == 1
    assert await village.has_card(INSPECTOR)


async def test_words_of_the_cadres_that_waited_for_their_tap_never_reach_the_author(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "你少管闲事", reply_to=await village.card(CADRE, appeal))
    await village.taps(GUILAN, "accuse_filed", appeal.id)
    await send_untapped_answers(village.later(minutes=11))
    assert not [letter for letter in await village.letters(GUILAN) if "你少管闲事" in str(letter.data)]
