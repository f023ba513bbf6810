"""A complaint that comes after filing: what the cadre had of it is taken away."""

from sqlalchemy import select

from bot.usecases.send_answer import send_untapped_answers
from storage.models import Appeal, Letter, LetterKind
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, GUILAN, INSPECTOR, VILLAGE_LEAD


async def _cards(village: Village, user: int) -> list[Letter]:
    query = select(Letter).where(Letter.chat_id == user, Letter.kind == LetterKind.CARD)
    return list(await village.county.session.scalars(query))


async def test_the_card_on_the_cadres_phone_is_shown_anew_and_the_examiners_get_one(village: Village) -> None:
    appeal = await village.file()
    assert await _cards(village, CADRE) == []
    await village.taps(GUILAN, "accuse_filed", appeal.id)
    assert len(await _cards(village, CADRE)) == 1
    assert await village.has_card(INSPECTOR)


async def test_whom_the_author_hides_it_from_gets_no_card_and_sees_nothing(village: Village) -> None:
    await village.says(GUILAN, "俺娘八十了瘫床上 低保给停了 去问说等着")
    await village.taps_last(GUILAN, "button-hide")
    await village.taps_last(GUILAN, "button-unseen")
    appeal = (await village.county.session.scalars(select(Appeal))).one()
    assert (appeal.series, appeal.holder_official_id) == ("县", village.cast.officials[VILLAGE_LEAD])
    assert (await _cards(village, CADRE), await village.has_card(VILLAGE_LEAD)) == ([], True)
    assert await village.taps(CADRE, "open_card", appeal.id) == "not-yours"


async def test_words_of_the_cadres_that_waited_for_their_tap_never_reach_the_author(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "你少管闲事", reply_to=await village.card(CADRE, appeal))
    await village.taps(GUILAN, "accuse_filed", appeal.id)
    await send_untapped_answers(village.later(minutes=11))
    assert not [letter for letter in await village.letters(GUILAN) if "你少管闲事" in str(letter.data)]
