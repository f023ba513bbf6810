"""`huiyin words unknown`: what many households say, and no word tells anything of yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.words.database import read, terminal
from bot.words.telling import Teller
from nlp.county_words import use_words
from nlp.unknown import unknown_words
from storage.engine import Session
from storage.past_appeals import list_past_appeals
from storage.word_versions import find_version_in_force

_AT_LEAST = 5  # appeals, and households: what fewer say may lead to one of them


def show_unknown(url: str, last: int, most: int) -> None:
    """Words without names of persons and without digits, of public appeals that were not withdrawn."""
    console = terminal()
    found = read(url, lambda session: _count(session, last))
    for word, appeals, households in found[:most]:
        console.print(f"{word}  {appeals} appeals of {households} households")
    if not found:
        console.print(f"No unknown word stands in {_AT_LEAST} appeals of {_AT_LEAST} households.")
    elif most < len(found):
        console.print(f"There are more; --most {most * 10} shows more of them.")


async def _count(session: Session, last: int) -> Sequence[tuple[str, int, int]]:
    use_words((await find_version_in_force(session)).changes)
    teller = Teller(session)
    said: Mapping[str, list[int]] = defaultdict(list)
    for appeal in await list_past_appeals(session, last):
        if appeal.may_be_told and appeal.words.strip():
            for word in unknown_words(await teller.tell(appeal)):
                said[word].append(appeal.household_id)
    return sorted(_frequent(said), key=lambda one: (-one[1], one[0]))


def _frequent(said: Mapping[str, list[int]]) -> Iterable[tuple[str, int, int]]:
    for word, households in said.items():
        if len(set(households)) >= _AT_LEAST:
            yield word, len(households), len(set(households))
