"""`huiyin words show`: what speaks for a category, and how much."""

from collections.abc import Iterable

from rich.table import Table

from bot.rules.words import WordChange
from bot.words.arguments import Names, find_category
from bot.words.database import read, terminal
from nlp.categories import county_dictionary
from nlp.county_words import delivered, in_force, use_words
from nlp.features import Features
from storage.word_versions import Version, find_version_in_force

_LEARNT = Features._fields.index("words")
_HUNDREDTHS = 0.01


def show(url: str, names: Names, given: str, most: int) -> None:
    """Raises Problem."""
    category = find_category(given, names)
    version = read(url, find_version_in_force)
    use_words(version.changes)
    table = Table("word", "weight", "from", title=f"{category} {names[category]}", title_justify="left")
    by_hand, learnt = list(_by_hand(category, version)), list(learnt_words(category))
    for rows in (by_hand, learnt):
        for row in rows[:most]:
            table.add_row(*row)
        table.add_section()
    console = terminal()
    console.print(table)
    console.print(f"Written by hand: {len(by_hand)}; learnt: {len(learnt)}. Their weights are not of one scale.")
    if most < max(len(by_hand), len(learnt)):
        console.print(f"There are more; --most {most * 10} shows more of them.")


def _by_hand(category: str, version: Version) -> Iterable[tuple[str, str, str]]:
    """The weightiest first, and last what the county took away."""
    own = {change.word: change for change in version.changes if change.category == category}
    words = in_force().get(category, {})
    for word in sorted(words, key=lambda word: (-words[word], word)):
        yield word, f"{words[word]:g}", _origin(own[word]) if word in own else "hand-written"
    gone = sorted(change.word for change in own.values() if not change.weight)
    yield from ((word, "0", _origin(own[word])) for word in gone)


def _origin(change: WordChange) -> str:
    before = delivered().get(change.category, {}).get(change.word)
    return f"the county's (delivered: {before:g})" if before else "the county's"


def learnt_words(category: str) -> list[tuple[str, str, str]]:
    """What speaks for it, a rare word more, as in `nlp.dictionary`; a pair of words stands with a space."""
    dictionary = county_dictionary()
    at = dictionary.labels.index(category)
    weights = {word: rare * row[at] * _HUNDREDTHS for word, (rare, row) in dictionary.tables[_LEARNT].features()}
    told = sorted((word for word in weights if weights[word] > 0), key=lambda word: (-weights[word], word))
    return [(word, f"{weights[word]:.1f}", "learnt") for word in told]
