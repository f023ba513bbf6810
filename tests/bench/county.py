"""A county of any size as roster files, invented by a seed: `python -m tests.bench.county FOLDER`."""

import csv
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_SURNAMES = "王李张刘陈杨赵孙周吴徐马朱胡郭林何高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余"
_GIVEN = "建国秀英桂兰玉梅德福志强春花海燕文明永庆凤霞立新长生爱华守义传河兆龙培红广田"
_PLACES = "沟峪庄岭河泉峰坡湾店崖埠涧洼石松柳桃杏枣梨槐榆上下东西南北大小前后"


@dataclass(frozen=True)
class Size:
    """The report's county where nothing else is said."""

    townships: int = 20
    areas: int = 135
    villages: int = 1_040
    officials: int = 10_180
    households: int = 337_000


def write_county(folder: Path, size: Size | None = None, seed: int = 20130319) -> None:
    """Four files; every household has a cadre of its own but one in a thousand."""
    size, dice = size or Size(), random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    officials = [f"{number:05}" for number in range(1, size.officials + 1)]
    _write(folder / "units.csv", ("code", "name", "categories"), _units())
    _write(folder / "officials.csv", ("no", "name", "unit", "post", "phone"), _officials(officials, dice))
    _write(folder / "grids.csv", ("code", "name", "level", "parent", "lead_nos"), _grids(size, officials, dice))
    header = ("code", "village", "head", "members", "address", "phone", "cadre_no")
    _write(folder / "households.csv", header, _households(size, officials, dice))


def _units() -> Iterator[Sequence[str]]:
    yield from (("MZ", "民政局", "低保、救助"), ("WS", "卫生局", "医疗"), ("SL", "水利局", "饮水;灌溉"))


def _officials(officials: list[str], dice: random.Random) -> Iterator[Sequence[str]]:
    for no in officials:
        yield no, _name(dice), dice.choice(("民政局", "卫生局", "县直机关")), "科员", _phone(dice)


def _grids(size: Size, officials: list[str], dice: random.Random) -> Iterator[Sequence[str]]:
    yield "C", "沂河县", "COUNTY", "", officials[0]
    for number in range(size.townships):
        yield f"T{number:02}", f"{_place(dice)}镇", "TOWNSHIP", "C", ";".join(dice.sample(officials, 2))
    for number in range(size.areas):
        yield f"A{number:03}", f"{_place(dice)}片", "AREA", f"T{number % size.townships:02}", dice.choice(officials)
    for number in range(size.villages):
        yield f"V{number:04}", f"{_place(dice)}村", "VILLAGE", f"A{number % size.areas:03}", dice.choice(officials)


def _households(size: Size, officials: list[str], dice: random.Random) -> Iterator[Sequence[str]]:
    for number in range(size.households):
        village = number * size.villages // size.households
        cadre = "" if number % 1_000 == 0 else officials[number * len(officials) // size.households]
        members, address = str(dice.randint(1, 7)), f"{number % 9 + 1}组{number % 300 + 1}号"
        yield f"H{number:06}", f"V{village:04}", _name(dice), members, address, _phone(dice), cadre


def _name(dice: random.Random) -> str:
    return dice.choice(_SURNAMES) + dice.choice(_GIVEN) + dice.choice(_GIVEN)


def _place(dice: random.Random) -> str:
    return "".join(dice.choice(_PLACES) for _ in range(3))


def _phone(dice: random.Random) -> str:
    return f"138{dice.randrange(10**8):08}"


def _write(file: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows((header, *rows))


if __name__ == "__main__":
    write_county(Path(sys.argv[1]))
