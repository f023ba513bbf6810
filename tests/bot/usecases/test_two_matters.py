"""Two matters in one breath, in one message or in two: two numbers, where the household says so."""

import pytest
from sqlalchemy import select

from storage.drafts import find_open_draft
from storage.models import Appeal, Piece
from tests.bot.usecases.village import Village
from tests.storage.county import GUILAN

SUBSIDY, MEDICINE = "俺娘的低保停了,去问说等着", "另外卫生室常用药都没有,买个感冒药还得跑镇上"
BOTH = f"{SUBSIDY}。{MEDICINE}"


async def _filed(village: Village) -> dict[str, list[str | None]]:
    """The words of each appeal by category."""
    appeals = (await village.county.session.scalars(select(Appeal).order_by(Appeal.id))).all()
    said = {one.category: select(Piece.text).where(Piece.appeal_id == one.id).order_by(Piece.id) for one in appeals}
    return {category: list(await village.county.session.scalars(query)) for category, query in said.items()}


async def test_one_message_is_cut_in_its_own_words_and_filed_twice(village: Village) -> None:
    await village.says(GUILAN, BOTH)
    assert (await village.last(GUILAN)).wording == "draft-two"
    await village.taps_last(GUILAN, "button-two")
    assert await _filed(village) == {"low_income": [SUBSIDY], "clinic": [MEDICINE]}
    assert await village.told(GUILAN) == ["draft-two", "receipt", "receipt"]
    whole = select(Piece.text).where(Piece.appeal_id.is_(None))
    assert list(await village.county.session.scalars(whole)) == [BOTH]
    account = await village.county.account(GUILAN)
    assert await find_open_draft(village.county.session, account) is None


async def test_what_came_before_and_after_goes_with_its_half(village: Village) -> None:
    for words in ("她八十了瘫在床上", BOTH, "大伙都等着"):
        await village.says(GUILAN, words)
    await village.taps_last(GUILAN, "button-two")
    filed = await _filed(village)
    assert sorted(filed["low_income"], key=str) == sorted(["她八十了瘫在床上", SUBSIDY], key=str)
    assert sorted(filed["clinic"], key=str) == sorted([MEDICINE, "大伙都等着"], key=str)


@pytest.mark.parametrize("said", [(BOTH,), (SUBSIDY, MEDICINE)], ids=["one message", "two"])
async def test_where_they_say_it_is_one_it_is_one(village: Village, said: tuple[str, ...]) -> None:
    for words in said:
        await village.says(GUILAN, words)
    await village.taps_last(GUILAN, "button-one")
    await village.taps_last(GUILAN, "button-hand-in")
    assert [len(words) for words in (await _filed(village)).values()] == [len(said)]
