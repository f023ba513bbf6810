"""Three appeals whose words, numbers and photos can be told from all others."""

import re
from dataclasses import dataclass, field


@dataclass
class Canary:
    """`words` stand nowhere else, and no other photo is so many pixels `wide`. Who `may` reads and sees all of it;
    who `know` are told that there is such a number, and no more."""

    text: str
    words: tuple[str, ...]
    wide: int
    may: set[str]
    know: set[str] = field(default_factory=set)
    number: str = ""

    @property
    def contents(self) -> tuple[str, ...]:
        """What was said and shown, as patterns in what a phone shows."""
        return (*map(re.escape, self.words), rf"'width': {self.wide}\b")

    @property
    def traces(self) -> tuple[str, ...]:
        """Its number too; but a house is 1组2号."""
        village, _, number = self.number.partition("-")
        own = () if village == "县" else (rf"(?<![\d组]){number}号",)
        return (*self.contents, rf"{self.number}(?!\d)", *own)


PRIVATE = Canary(
    "俺得了乙肝 卫生室没有药 紫藤萝三六七 电话13977771234",
    ("乙肝", "紫藤萝", "三六七", "13977771234"),
    31,
    {"王桂兰", "孙有田", "张庆林"},
)
BARRED = Canary(
    "孙干部收了俺家二百块钱 水井还是没给修 蓝鸢尾八五二 电话13977775678",
    ("二百块", "蓝鸢尾", "八五二", "13977775678"),
    33,
    {"王桂兰", "梁正", "郑立新"},
    {"高文海"},
)
VIOLENCE = Canary(
    "俺男人常年打俺 身上都是伤 派出所不管 金盏菊九四一 回话打15266689012",
    ("打俺", "身上都是伤", "金盏菊", "九四一", "15266689012"),
    35,
    {"王桂兰", "孙有田"},
)
# All of categories whose entries show words: of a person's own affairs the wall would be silent anyway.
CANARIES = (PRIVATE, BARRED, VIOLENCE)
