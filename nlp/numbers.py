"""Numbers that lead to a person: phones, identity and bank cards, in whatever digits and spacing.

When in doubt a number is hidden. From eleven digits on only amounts with thousands separators stay; shorter ones
are hidden where they are written like a phone number, so that dates, amounts, hotlines and lists stay.
"""

import re
from collections.abc import Iterator

from nlp.spans import Sensitive, Span

_CHINESE = str.maketrans("零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0012345678911" + "23456789")
_DIGIT = r"[\d零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]"
_BETWEEN = (
    r"[\s\-\u2010-\u2015\u2212\uFE63_.·•,、()/*~|+\u200b-\u200f\u2060\ufeff]{0,4}"  # also signs that cannot be seen
)
_RUN = re.compile(rf"\+?{_DIGIT}(?:{_BETWEEN}{_DIGIT})+")
_CHECK_X = re.compile(rf"{_BETWEEN}[xX]")
_PHONE_LIKE = re.compile(r"0\d{2,3}[ -]?\d{6,8}|\d{3,4}[ -]?\d{4}|\d{7,10}|[48]00[ -]?\d{3,4}[ -]?\d{3,4}")
_YEARS = re.compile(r"(?:19|20)\d\d[ -]?(?:19|20)\d\d")
_DATE = re.compile(r"(?:19|20)\d\d[-./]?(?:0?[1-9]|1[0-2])[-./]?(?:0?[1-9]|[12]\d|3[01])")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_AMOUNT = re.compile(r"\s*(?:多|余)?(?:元|块|万|亿|亩|户|人|斤|吨|度|平|米|公里|千|%|号文)")
_PHONE, _CARD = 11, 15
_ID_BODY = 17
_BIRTH = re.compile(r"\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dxX]?")


def numbers_in(text: str) -> Iterator[Span]:
    for run in _RUN.finditer(text):
        written = run.group().translate(_CHINESE)
        digits = "".join(sign for sign in written if sign.isdecimal())
        end = run.end()
        if len(digits) == _ID_BODY and (check := _CHECK_X.match(text, end)):
            digits, end = digits + "x", check.end()
        if _leads_to_a_person(written, digits, text[end : end + 6]):
            yield Span(run.start(), end, _kind(digits))


def _leads_to_a_person(written: str, digits: str, after: str) -> bool:
    if _THOUSANDS.fullmatch(written):
        return False
    if len(digits) >= _PHONE:
        return True
    if _YEARS.fullmatch(written) or _DATE.fullmatch(written) or _AMOUNT.match(after):
        return False
    return _PHONE_LIKE.fullmatch(written) is not None


def _kind(digits: str) -> Sensitive:
    if len(digits) < _CARD:
        return Sensitive.PHONE
    return Sensitive.ID_CARD if len(digits) == _CARD or _BIRTH.fullmatch(digits) else Sensitive.BANK_CARD
