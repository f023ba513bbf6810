"""House numbers, number plates, WeChat names and mail addresses."""

import re
from collections.abc import Iterator

from nlp.spans import Sensitive, Span

_N = r"[\d一二三四五六七八九十百零]{1,5}"
_BUILDING = rf"{_N}(?:号楼|栋|幢|座|号院)"
_ROOM = r"(?:[a-zA-Z]?\d{3,4}(?:室|号|户|房)?|[一二三四五六七八九十]{1,3}(?:室|户))"
_PATTERNS: tuple[tuple[Sensitive, re.Pattern[str]], ...] = (
    (Sensitive.HOUSE, re.compile(rf"(?:{_BUILDING})?\s*{_N}单元(?:\s*{_N}(?:楼|层))?(?:\s*{_ROOM})?")),
    (Sensitive.HOUSE, re.compile(rf"{_BUILDING}[\s-]*(?:{_N}(?:楼|层))?\s*{_ROOM}")),
    (Sensitive.HOUSE, re.compile(rf"{_N}号院(?:{_N}号)?|(?<!\d){_N}-{_N}-\d{{3,4}}(?!\d)|(?<!\d)\d{{3,4}}室")),
    (Sensitive.HOUSE, re.compile(rf"(?<=[路街巷弄村庄屯组队同道]){_N}号(?:院|附{_N}号?|之{_N})?(?!线|文|公告|令|车)")),
    (Sensitive.HOUSE, re.compile(rf"门牌号?码?[是为:]?\s*{_N}号?")),
    (Sensitive.HOUSE, re.compile(rf"(?<=[住在])\s*{_BUILDING}")),
    (
        Sensitive.PLATE,
        re.compile(
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-zA-Z][\s·.-]*(?:[a-zA-Z\d]\s?){5,6}(?![a-zA-Z\d])"
        ),
    ),
    (Sensitive.EMAIL, re.compile(r"[a-zA-Z\d._%+-]+\s?@\s?[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)+")),
    (
        Sensitive.WECHAT,
        re.compile(r"(?:微信|wx|WX|vx|VX|QQ|qq|扣扣)(?:号|号码)?[是:]?\s*([a-zA-Z\d][a-zA-Z\d_-]{4,19})"),
    ),
)


def addresses_in(text: str) -> Iterator[Span]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            group = pattern.groups  # the part that is hidden, where a pattern names one
            yield Span(match.start(group), match.end(group), kind)
