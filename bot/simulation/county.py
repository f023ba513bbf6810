"""The county of the report, invented by a seed: as many townships, areas, villages and cadres, or a part of them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from bot.rules.levels import Level
from bot.rules.roster.values import Grid, Household, Official, Roster, Unit

_SURNAMES = "王李张刘陈杨赵孙周吴徐马朱胡郭林何高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余"
_GIVEN = "建国秀英桂兰玉梅德福志强春花海燕文明永庆凤霞立新长生爱华守义传河兆龙培红广田"
_PLACES = "沟峪庄岭河泉峰坡湾店崖埠涧洼石松柳桃杏枣梨槐榆上下东西南北大小前后"
_UNITS = (
    Unit("JW", "纪委监察局", ("干部作风",)),
    Unit("MZ", "民政局", ("低保救助",)),
    Unit("SL", "水利局", ("饮水水利",)),
)
_NO_CADRE = 1_000  # one in so many households is its village lead's


@dataclass(frozen=True)
class Size:
    """Whole, it is the report's county and the appeals that it counted."""

    townships: int = 20
    areas: int = 135
    villages: int = 1_040
    cadres: int = 10_180
    appeals: int = 35_489

    def scaled(self, scale: float) -> "Size":
        """At least one of each."""
        return Size(*(max(1, ceil(count * scale)) for count in vars(self).values()))


def make_county(size: Size, homes: int, seed: int) -> Roster:
    """With so many households, nearly all with a cadre of their own; every grid is led by some of the cadres."""
    dice = random.Random(seed)
    officials = tuple(_official(f"{number:05}", dice) for number in range(1, size.cadres + 1))
    numbers = [official.no for official in officials]
    return Roster(_UNITS, officials, tuple(_grids(size, numbers, dice)), tuple(_homes(size, homes, numbers, dice)))


def _official(no: str, dice: random.Random) -> Official:
    return Official(no, _name(dice), "县直机关", "科员", _phone(dice))


def _grids(size: Size, officials: list[str], dice: random.Random) -> Iterator[Grid]:
    """A township has two leads, as in the report."""
    yield Grid("C", "沂河县", Level.COUNTY, None, (officials[0],))
    for level, letter, count, leads in (
        (Level.TOWNSHIP, "T", size.townships, 2),
        (Level.AREA, "A", size.areas, 1),
        (Level.VILLAGE, "V", size.villages, 1),
    ):
        for number in range(count):
            name = _place(dice) + {"T": "镇", "A": "片", "V": "村"}[letter]
            chosen = tuple(dice.sample(officials, min(leads, len(officials))))
            yield Grid(f"{letter}{number:04}", name, level, _parent(size, letter, number), chosen)


def _parent(size: Size, letter: str, number: int) -> str:
    if letter == "T":
        return "C"
    return f"T{number % size.townships:04}" if letter == "A" else f"A{number % size.areas:04}"


def _homes(size: Size, homes: int, officials: list[str], dice: random.Random) -> Iterator[Household]:
    for number in range(homes):
        village = f"V{number * size.villages // homes:04}"
        cadre = officials[number * len(officials) // homes] if number % _NO_CADRE else None
        address = f"{number % 9 + 1}组{number % 300 + 1}号"
        yield Household(f"H{number:06}", village, _name(dice), dice.randint(1, 7), address, _phone(dice), cadre)


def _place(dice: random.Random) -> str:
    return "".join(dice.choice(_PLACES) for _ in range(3))


def _name(dice: random.Random) -> str:
    return dice.choice(_SURNAMES) + dice.choice(_GIVEN) + dice.choice(_GIVEN)


def _phone(dice: random.Random) -> str:
    return f"138{dice.randrange(10**8):08}"
