"""House and door numbers: 3号楼2单元501, 5-2-301, 门牌18号, 第三排5户, 村东头第二家, 建设路12号."""

import re
from collections.abc import Iterator

from nlp.spans import Sensitive, Span

_N = r"[\d一二三四五六七八九十百零两]{1,5}"
_AREA = r"(?:[a-zA-Z\d一二三四五六七八九十]{1,4}区)?"
_BLOCK = rf"{_AREA}(?:{_N}|[a-zA-Z]\d{{0,2}})(?:号楼|#楼?|栋|幢|座|号院|号公寓)"
_UNIT = rf"(?:{_N}|[东西中南北])(?:单元|门洞|门(?=\d))"
_FLOOR = rf"{_N}(?:楼|层)"
_DOOR = (
    r"(?:[a-zA-Z]?\d{3,4}(?:室|号|户|房)?|[一二三四五六七八九零〇]{3,4}(?:室|号|户|房)?"
    r"|[一二三四五六七八九十]{1,3}(?:室|户)|[东西中南北]户|[东西中南北](?![一-龥]))"
)
_IN_NAME_OF_STREET = r"(?:(?![住在是到从俺我家的于去和跟往沿村镇县区市把乡了着过有])[一-龥]){1,4}"
_STREET = rf"{_IN_NAME_OF_STREET}(?:路|街|巷|弄|胡同|大道|大街|里弄|条)(?:[东西南北中]段)?(?:\s?\d{{1,4}}弄)?"
# A well, a bus line, a paper or a day of the month has such a number too.
_NO_HOUSE = (
    r"(?![\d号]*(?:线|文|公告|令|车|桥|井|杆|塔|变|泵|闸|地|坑|机|大棚|停|开始|起|前|之前|以前|左右|晚|早|上午|下午"
    r"|凌晨|夜|修|施工|通知|会))"
)
_FROM = (
    r"(?:[东西南北左右]{1,2}(?:头|边|首|口|面|数|起|手)|进村|胡同|巷|街|排|村|口|头|底|里|路[东西南北]|边"
    r"|往[东西南北里左右]|进来|进去|过来|过去|拐弯|数|对面)"
)
_HOME = "(?:家|户|个大?门|个院子|座院子?|处院子?|处宅子)(?!都|人|里)"
_WITHIN = rf"(?:内?{_N}(?:户|室|号楼?|栋|单元))*"
_NOT_MEASURED = r"(?!\d|元|块|人|多|天|年|度|米|亩|个|户)"
_PATTERNS = tuple(
    map(
        re.compile,
        (
            rf"{_BLOCK}[\s,-]*{_UNIT}(?:[\s,-]*{_FLOOR}[东西中南北]?户?)?(?:[\s,-]*{_DOOR})?",
            rf"(?<!第){_UNIT}(?:[\s,-]*{_FLOOR})?[\s,-]*{_DOOR}|(?<!第){_UNIT}\s?{_FLOOR}|(?<=[住在])\s*{_UNIT}",
            rf"{_BLOCK}[\s,-]*(?:{_FLOOR}[\s,-]*)?{_DOOR}|(?<=[住在])\s*{_BLOCK}(?:[\s,-]*{_FLOOR})?|{_BLOCK}(?=住)",
            rf"{_FLOOR}[东西中南北]户",
            r"(?<![\d.-])[\da-zA-Z]{1,3}[-—–#]\d{1,2}[-—–]\d{3,4}(?![\d-])|(?<!\d)\d{3,4}室",
            rf"(?<=楼上|楼下|对门|隔壁)\s?(?:的|是|那个)?\s?\d{{3,4}}{_NOT_MEASURED}",
            rf"(?<=住)在?\s?[a-zA-Z]?\d{{3,4}}{_NOT_MEASURED}",
            rf"{_STREET}\s?[甲乙丙丁]?{_N}(?:-\d{{1,3}})?号(?:院|附{_N}号?|之{_N})?{_WITHIN}{_NO_HOUSE}",
            rf"门牌(?:号码?|是)?[是为:]?\s*{_N}(?:-\d+)?号?|(?<!\d){_N}号?门牌",
            rf"{_N}号(?:大院|院(?!士)|宅)(?:{_N}号)?|(?:{_N}[组队])?(?<=[组队村庄屯]){_N}号(?=家|户|院|门|住|的?房|$)",
            rf"{_N}[组队]\s?{_N}号{_NO_HOUSE}",
            rf"(?:{_N}[组队]\s?)?(?:第?{_N}|[前后中])排\s?(?:[东西南北]边?)?(?:数|起)?(?:第?{_N}(?:号|户|家|个门))",
            rf"(?:[从自由][东西南北]|[村庄屯街路前后])?{_FROM}(?:[\s的起往里]{{0,2}}第|数第?){_N}{_HOME}",
        ),
    )
)


def houses_in(text: str) -> Iterator[Span]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), Sensitive.HOUSE)
