"""What stands on the phones, as the chat server's ledger tells it, beside what the service meant to say."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field

from sqlalchemy import exists, select

from bot.rules.numbers import number_for_officials
from storage.engine import Database
from storage.models import Appeal, Letter, LetterKind, Piece
from tests.chatserver.harness import Json, Operator

MARK = "(重发)"
_CARD = re.compile(r"(\S+-\d+) · ")
Place = tuple[int, str]  # a person's phone, and a letter's words or the number of its card


@dataclass
class Shown:
    """How often each letter's words stand on their phone: as they are, and marked as a copy."""

    plain: Counter[Place] = field(default_factory=Counter)
    marked: Counter[Place] = field(default_factory=Counter)

    def note(self, person: int, text: str) -> None:
        counter = self.marked if text.startswith(MARK) else self.plain
        text = text.removeprefix(MARK)
        card = _CARD.search(text.partition("\n")[0])
        counter[person, card[1] if card else text] += 1


@dataclass(frozen=True)
class Truth:
    """`lost` and `unmarked` are the places of letters that are not on the phone, or twice without a mark; `unasked` of
    copies of letters that were never in doubt; `copies` how many there are besides the first."""

    letters: int
    lost: list[Place]
    unmarked: list[Place]
    unasked: list[Place]
    copies: int


async def read_phones(operator: Operator, bot_id: int) -> Shown:
    shown = Shown()
    async for phone in _phones(operator):
        for chat in phone["chats"]:
            for message in chat["messages"]:
                if message["from"]["id"] == bot_id:
                    shown.note(phone["user"]["id"], message["shown"]["text"])
    return shown


async def compare(database: Database, shown: Shown) -> Truth:
    """Every letter that was written must stand on its phone."""
    meant, doubts = await _meant(database)
    total = {place: shown.plain[place] + shown.marked[place] for place in meant}
    return Truth(
        letters=sum(meant.values()),
        lost=[place for place, times in meant.items() if total[place] < times],
        unmarked=[place for place, times in meant.items() if shown.plain[place] > times],
        unasked=[place for place, times in meant.items() if total[place] > times and not doubts[place]],
        copies=sum(max(0, total[place] - times) for place, times in meant.items()),
    )


async def find_filed(database: Database) -> Counter[tuple[int, str]]:
    """How many appeals each person's words are in; the words alone are not enough, as several say the same."""
    query = select(Piece.chat_id, Piece.text).join(Appeal, Appeal.id == Piece.appeal_id)
    async with database.read() as session:
        return Counter((row.chat_id, row.text or "") for row in await session.execute(query))


async def count_cardless(database: Database) -> int:
    """Appeals that no official was shown."""
    has_card = exists().where(Letter.appeal_id == Appeal.id, Letter.kind == LetterKind.CARD)
    async with database.read() as session:
        return len((await session.scalars(select(Appeal.id).where(~has_card))).all())


async def _meant(database: Database) -> tuple[Counter[Place], Counter[Place]]:
    """Each letter's places, and how often a call for it was in doubt."""
    meant: Counter[Place] = Counter()
    doubts: Counter[Place] = Counter()
    async with database.read() as session:
        query = select(Letter, Appeal).outerjoin(Appeal, Appeal.id == Letter.appeal_id)
        for letter, appeal in await session.execute(query):
            for words in _words(letter, appeal):
                meant[letter.chat_id, words] += 1
                doubts[letter.chat_id, words] += letter.doubts
    return meant, doubts


def _words(letter: Letter, appeal: Appeal | None) -> Iterable[str]:
    if letter.kind == LetterKind.CARD and appeal is not None:
        return [number_for_officials(appeal.series, appeal.number)]
    parts: list[str] = (letter.rendered or {"parts": [f"letter {letter.id} was never rendered"]})["parts"]
    return parts


async def _phones(operator: Operator) -> AsyncIterator[Json]:
    after: int | None = 0
    while after is not None:
        page = await operator.get(f"ledger?after={after}" if after else "ledger")
        for phone in page["phones"]:
            yield phone
        after = page["next"]
