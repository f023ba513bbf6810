"""Sixty invented messages go the whole way: each ends with a number in the household's hand and a card."""

import asyncio
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.models import Letter, LetterKind
from tests.stories.village import Village

pytestmark = pytest.mark.long

SAID = tomllib.loads((Path(__file__).parents[1] / "data" / "appeals.toml").read_text(encoding="utf-8"))["said"]
_PHONES = 30


async def test_every_message_ends_as_an_appeal_with_a_receipt_and_a_card(village: Village) -> None:
    people = [f"群众{number:02}" for number in range(_PHONES)]
    for number, who in enumerate(people):
        await village.join(who, f"MSG-{number + 3:03}")
    told = await asyncio.gather(*(_tell(village, who, SAID[n::_PHONES]) for n, who in enumerate(people)))
    appeals = await village.appeals()
    assert len(appeals) == len(SAID) == 60
    assert Counter(number for numbers in told for number in numbers) == Counter(
        f"{appeal.series}-{appeal.number}" if appeal.series == "县" else f"{appeal.number}号" for appeal in appeals
    )
    await village.wait(minutes=2)
    await village.until(lambda: _cards_sent(village, len(SAID)))
    screen = await village.screen("孙有田")
    held = [appeal for appeal in appeals if appeal.series == "磨石沟"]
    assert held
    assert [appeal.number for appeal in held if f"磨石沟-{appeal.number} " not in screen] == []


async def _tell(village: Village, who: str, messages: list[str]) -> list[str]:
    """Say them one after the other, tapping what stands first, until each has its number."""
    return [await _tell_one(village, who, words) for words in messages]


async def _tell_one(village: Village, who: str, words: str) -> str:
    await village.says(who, words)
    answer = await village.reads(who)
    while not (number := _number_in(answer["text"])):
        if "合在一起办" not in answer["text"]:
            first = answer["reply_markup"]["inline_keyboard"][0][0]["text"]
            await village.taps(who, answer, first)
        answer = await village.reads(who)
    return number


def _number_in(text: str) -> str:
    """Of a receipt; a draft's card has none, and that others told the same is no receipt."""
    is_receipt = ("给您回音" in text or "这事急" in text) and "合在一起办" not in text
    found = re.search(r"县-\d+|\d+号", text) if is_receipt else None
    return found[0] if found else ""


async def _cards_sent(village: Village, count: int) -> bool:
    async with village.database.read() as session:
        sent = select(Letter.appeal_id).where(Letter.kind == LetterKind.CARD, Letter.message_id.is_not(None))
        return len(set(await session.scalars(sent))) == count
