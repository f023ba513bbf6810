"""Prints how well texts are read: `python -m tests.nlp.figures`. Figures only; no text is shown."""

import json
import random
import sys
import time
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from nlp.danger import danger_in
from nlp.kinds import Judged
from nlp.own_cadre import complains_of_cadre
from nlp.plain import plain
from nlp.privacy import privacy_of
from nlp.reading import read, warm_up
from tests.nlp.measures import Share, held_same, in_category, share
from tests.nlp.redactions import figures as redaction_figures
from tests.nlp.samples import REAL, WHERE_REAL, invented, invented_pairs, real

if TYPE_CHECKING:
    from collections.abc import Callable

_CADRE = "孙兆龙"
_PAIRS_A_GROUP = 15


def main() -> None:
    warm_up()
    _own_set()
    _speed()
    if REAL.is_dir():
        _real_categories()
        _real_alarms()
        _real_events()
    else:
        _say(WHERE_REAL)


def _own_set() -> None:
    _say("own set (invented, tests/data; by the same hand as the words)")
    finders: tuple[tuple[str, str, Callable[[str], object]], ...] = (
        ("danger", "none", danger_in),
        ("private", "public", privacy_of),
    )
    for file, none, found in finders:
        sentences = invented(file)
        hits = [found(plain(text)) is not None for kind, texts in sentences.items() if kind != none for text in texts]
        _line(f"{file}: found", share(hits))
        _line(f"{file}: look-alikes left alone", share(found(plain(text)) is None for text in sentences[none]))
    _cadre_and_appeal()
    one_liners = invented("one_liners").items()
    _line("category of one-liners", in_category((text, (kind,)) for kind, texts in one_liners for text in texts))
    for name, value, goal in redaction_figures():
        _say(f"  {name}: {value:.3f} (goal {goal})")
    pairs = invented_pairs()
    _line("same matter: found", held_same(pairs["same"]))
    _line("same matter: look-alikes held to be the same", held_same(pairs["different"]))


def _cadre_and_appeal() -> None:
    for kind, texts in invented("about_cadre").items():
        judged = Counter(complains_of_cadre(plain(text), _CADRE) for text in texts)
        _say(f"  own cadre, {kind}: " + ", ".join(f"{answer} {judged[answer]}" for answer in Judged))
    for kind, texts in invented("is_appeal").items():
        judged = Counter(read(text).is_appeal for text in texts)
        _say(f"  is an appeal, {kind}: " + ", ".join(f"{answer} {judged[answer]}" for answer in Judged))


def _speed() -> None:
    texts = [text for texts in invented("one_liners").values() for text in texts]
    texts += ["".join(texts[place : place + 20])[:200] for place in range(0, len(texts) - 20, 4)]
    for name, some in (("chat line", texts[:165]), ("text of 200 characters", texts[165:])):
        took = sorted(_took(text) for text in some)
        _say(f"  work to read a {name}: median {took[len(took) // 2]:.2f} ms, p95 {took[int(len(took) * 0.95)]:.2f} ms")


def _took(text: str) -> float:
    """Milliseconds of this thread's own work: what else the machine does is not counted."""
    since = time.thread_time()
    read(text, cadre=_CADRE)
    return (time.thread_time() - since) * 1000


def _real_categories() -> None:
    _say("real messages (dev_categories.csv, 20 categories, `second` counts as right)")
    rows = real("dev_categories.csv")
    _line("category, title and detail", in_category((f"{r['title']} {r['detail']}", _right(r)) for r in rows))
    _line(
        "  of them the first 300, a random sample",
        in_category((f"{r['title']} {r['detail']}", _right(r)) for r in rows[:300]),
    )
    _line("category, title alone", in_category((r["title"], _right(r)) for r in rows))


def _right(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (row["category"], row["second"])))


def _real_alarms() -> None:
    """How often formal messages, of which hardly one tells of danger, ring a bell."""
    readings = [read(f"{row['title']} {row['detail']}") for row in real("dev_categories.csv")]
    _line("read as danger", share(reading.danger is not None for reading in readings))
    _line("read as private", share(reading.private is not None for reading in readings))
    _line("asked about the own cadre", share(reading.about_cadre != Judged.NO for reading in readings))
    _line("read as an appeal", share(reading.is_appeal == Judged.YES for reading in readings))


def _real_events() -> None:
    _say("real events (events_gold.json, at most 15 pairs a group)")
    texts = {row["id"]: f"{row['title']} {row['detail'][:300]}" for row in real("events.csv")}
    gold = json.loads((REAL / "events_gold.json").read_text(encoding="utf-8"))
    chance = random.Random(1)
    same = [pair for event in gold["same_event"] for pair in _some_pairs(event["ids"], chance)]
    _line("same event: found", held_same((texts[a], texts[b]) for a, b in same))
    _line("near-copies held to be the same", held_same((texts[a], texts[b]) for a, b, _ in gold["different"]))


def _some_pairs(ids: list[str], chance: random.Random) -> list[tuple[str, str]]:
    pairs = list(combinations(ids, 2))
    return chance.sample(pairs, min(len(pairs), _PAIRS_A_GROUP))


def _line(what: str, measured: Share) -> None:
    _say(f"  {what}: {measured}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
