"""Where a reading is too unsure, nobody is told a category: the cadre says which it is."""

import pytest
from sqlalchemy import select

from nlp import categories
from nlp.dictionary import Guess
from storage.models import Appeal
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, GUILAN

WORDS = "俺娘的低保停了,去问说等着"


@pytest.fixture(params=[False, True], ids=["sure", "unsure"])
def unsure(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """The same guess, relied on or not."""
    guess = Guess("low_income", 0.4, "elderly_disabled", ("低保",), abstain=request.param)
    monkeypatch.setattr("nlp.reading.category_of", lambda *_: guess)
    return guess.abstain


async def test_only_what_is_sure_is_said_and_kept(village: Village, unsure: bool) -> None:
    await village.says(GUILAN, WORDS)
    draft = await village.last(GUILAN)
    assert draft.data["category"] == ("none" if unsure else "低保救助")
    await village.taps_last(GUILAN, "button-hand-in")
    appeal = (await village.county.session.scalars(select(Appeal))).one()
    assert appeal.category == (categories.OTHER if unsure else "low_income")
    asked = [data.split(":")[0] for _, data in (await village.sees(CADRE, appeal))["buttons"]]
    assert ("categorize" in asked) is unsure
