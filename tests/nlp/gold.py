"""Citizens' messages of which it is known which tell of the same event. They are measured, never shown."""

import json
import random
import re
from functools import cache
from itertools import combinations
from typing import NamedTuple

from tests.nlp.samples import REAL, real

_PAIRS_A_GROUP = 15
_TOKEN = re.compile("[A-Z][0-9]{0,2}[市县区]")
_STEMS = [
    stem + more
    for more in ("", "上", "下")
    for stem in (
        "石桥",
        "柳树",
        "大槐",
        "清泉",
        "红旗",
        "东风",
        "青山",
        "白沙",
        "黄泥",
        "龙泉",
        "双井",
        "梨园",
        "桃花",
        "松林",
        "竹林",
        "古井",
        "沙岭",
        "南山",
        "北山",
        "西坡",
        "官庄",
        "大店",
        "泉头",
        "崖下",
        "院东",
        "诸葛",
        "夏蔚",
        "沙沟",
        "高桥",
        "道托",
        "圈里",
        "富官",
        "姚店",
        "杨庄",
        "泉庄",
        "王家",
        "李家",
        "孙家",
        "赵家",
        "马家",
    )
]


class Event(NamedTuple):
    first: str
    second: str
    why: str  # "same", or why the two are different


@cache
def texts() -> dict[str, str]:
    return {row["id"]: f"{row['title']}\n{row['detail']}" for row in real("events.csv")}


@cache
def groups() -> list[list[str]]:
    return [event["ids"] for event in _gold()["same_event"]]


@cache
def pairs() -> list[Event]:
    """At most 15 of each group, always the same ones, and all that are different."""
    chance = random.Random(1)
    same = [pair for ids in groups() for pair in _some(list(combinations(ids, 2)), chance)]
    return [Event(*pair, "same") for pair in same] + [Event(*different) for different in _gold()["different"]]


@cache
def renamed() -> dict[str, str]:
    """The texts with A市, A3区, B县 … called as places of a county are, each by one invented name."""
    names: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        if match.group() not in names:
            names[match.group()] = _STEMS[len(names)] + ("镇" if match.group().endswith("市") else "村")
        return names[match.group()]

    return {number: _TOKEN.sub(name, text) for number, text in texts().items()}


@cache
def _gold() -> dict[str, list[dict[str, list[str]]]]:
    gold: dict[str, list[dict[str, list[str]]]] = json.loads((REAL / "events_gold.json").read_text(encoding="utf-8"))
    return gold


def _some(of: list[tuple[str, str]], chance: random.Random) -> list[tuple[str, str]]:
    return chance.sample(of, min(len(of), _PAIRS_A_GROUP))
