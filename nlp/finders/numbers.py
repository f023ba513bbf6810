"""Numbers that lead to a person: phones, identity and bank cards, in whatever digits and spacing.

When in doubt a number is hidden. From eleven digits on only what is plainly an amount, a row of dates or a number of
papers stays; shorter ones are hidden where they are written like a phone number, so that hotlines and lists stay.
"""

import re
from collections.abc import Iterator

from nlp.spans import Sensitive, Span

_CHINESE = str.maketrans("零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两", "00012345678911" + "234567892")
_DIGIT = r"[\d零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]"
_BETWEEN = r"[\s\-\u2010-\u2015\u2212\uFE63_.·•,、()/*~|+\u200b-\u200f\u2060\ufeff]{0,4}"  # also what cannot be seen
_RUN = re.compile(rf"(?:\(\s?(?=[0\d零]{{3,4}}\))|\+)?{_DIGIT}(?:{_BETWEEN}{_DIGIT})+")
_EXTENDED = re.compile(rf"\s?(?:转|分机号?|转分机)[是:]?\s?{_DIGIT}{{1,5}}")
_CHECK_X = re.compile(rf"{_BETWEEN}[xX]\d{{0,3}}")
_AREA_PHONE = re.compile(r"\(?0\d{2,3}[ \-)]{0,2}\d{3,4}[ -]?\d{3,4}")
_SHORT_PHONE = re.compile(r"\d{7,10}")
_COMPANY_PHONE = re.compile(r"\d{5,6}")
_COMPANY_CUE = re.compile(r"(?:短号|虚拟网|集群网|小号)[是:]?\s?$")
_SPACED_PHONE = re.compile(r"\d{3,4}[ -]\d{3,4}")
_PHONE_CUE = re.compile(r"(?:电话|家电|座机|打|拨|联系|号码|热线|小灵通|手机|传真|[tT]el)[^,。]{0,6}$")
_HOTLINE = re.compile(r"[48]00[ -]?\d{3,4}[ -]?\d{3,4}")
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"{_YEAR}[-./]?(?:0?[1-9]|1[0-2])(?:[-./]?(?:0?[1-9]|[12]\d|3[01]))?"
_DATES = re.compile(rf"(?:{_DAY}|{_YEAR})(?:[ ,、~/-]{{1,3}}(?:{_DAY}|{_YEAR}))*")
_LIST = re.compile(r"\d{1,4}(?:[,、]\d{1,4}){2,}")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_AMOUNT = re.compile(r"\s*(?:多|余)?(?:元|块|万|亿|亩|户|人|斤|吨|度|平|米|公里|千|%|号文|方)")
_PAPERS = re.compile(
    r"(?:编号|文号|案号|工单号?|单号|订单号?|票号|批号|件号|受理号|流水号|表号|户号|电表|水表|燃气表|表数|读数|表底)[^,。]{0,4}$"
)
_MOBILE = re.compile(r"(?:0?0?86)?0?(1[3-9]\d{9})")
_PHONE, _CARD, _MOST_PAPERS = 11, 15, 14
_ID_BODY = 17
_BIRTH = re.compile(r"\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dxX]?")


def numbers_in(text: str) -> Iterator[Span]:
    for run in _RUN.finditer(text):
        written = run.group().translate(_CHINESE)
        digits = "".join(sign for sign in written if sign.isdecimal())
        end = run.end()
        if _CARD <= len(digits) <= _ID_BODY and (check := _CHECK_X.match(text, end)):
            digits, end = digits + "x", check.end()
        if _leads_to_a_person(written, digits, text[max(0, run.start() - 12) : run.start()], text[end : end + 6]):
            extended = _EXTENDED.match(text, end) if len(digits) < _CARD else None
            yield Span(run.start(), extended.end() if extended else end, _kind(digits))


def _leads_to_a_person(written: str, digits: str, before: str, after: str) -> bool:
    if _THOUSANDS.fullmatch(written) or _DATES.fullmatch(written) or _HOTLINE.fullmatch(written):
        return False
    if _MOBILE.fullmatch(digits):
        return True
    if _LIST.fullmatch(written) or (_PAPERS.search(before) and len(digits) <= _MOST_PAPERS):
        return False
    return len(digits) >= _PHONE or _is_short_phone(written, before, after)


def _is_short_phone(written: str, before: str, after: str) -> bool:
    if _AREA_PHONE.fullmatch(written):
        return True
    if _AMOUNT.match(after):
        return False
    if _SPACED_PHONE.fullmatch(written):
        return _PHONE_CUE.search(before) is not None
    if _COMPANY_PHONE.fullmatch(written):
        return _COMPANY_CUE.search(before) is not None
    return _SHORT_PHONE.fullmatch(written) is not None


def _kind(digits: str) -> Sensitive:
    if len(digits) < _CARD:
        return Sensitive.PHONE
    return Sensitive.ID_CARD if len(digits) == _CARD or _BIRTH.fullmatch(digits) else Sensitive.BANK_CARD
