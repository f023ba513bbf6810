"""How neighbours are spoken of without a full name.

王大爷, 老李家, 姓赵的, 小刘媳妇, 李四他爹, 桂芳嫂子, 二蛋, 小芳家.
"""

import re
from collections.abc import Iterator
from functools import cache

from nlp.finders.name_words import NameWords, is_in_office, name_lists, name_words, one_of
from nlp.segment import is_common, is_known
from nlp.spans import Sensitive, Span

_SAID_OF = r"(?=[家头汉的说他她和给把在来是也不没又都就跟占霸偷打骂欠借放养开,。!?、;:) ]|两口|$)"
_ENOUGH_GIVEN = 3


def name_forms_in(text: str) -> Iterator[Span]:
    """What the form alone tells to be a person; a title in office is none of these forms."""
    words = name_words()
    for match in _forms().finditer(text):
        if not is_in_office(words, text, match.start(), match.end()):
            yield Span(match.start(), match.end(), Sensitive.NAME)
    for match in _by_surname().finditer(text):
        if _is_surname(words, text, match.start(), match.end("surname")):
            yield Span(match.start(), match.end(), Sensitive.NAME)
    for match in _by_given().finditer(text):
        if _is_given(words, text, match.start(), match["given"], alone=match["kin"] is None):
            yield Span(match.start(), match.end(), Sensitive.NAME)


def _is_surname(words: NameWords, text: str, start: int, end: int) -> bool:
    """In 语文老师 and 水管师傅 the sign belongs to the word before."""
    before = text[max(0, start - 1) : end]
    if words.no_name.match(text, start):
        return False
    return text[start:end] in words.sure or len(before) == end - start or not is_known(before)


def _is_given(words: NameWords, text: str, start: int, given: str, *, alone: bool) -> bool:
    weights = [2 if sign in words.given else 1 if sign in words.given_too else -9 for sign in given]
    crossing = (start > 0 and is_known(text[start - 1 : start + 1])) or (alone and is_known(given[-1] + "家"))
    clear = not is_common(given) if alone else not is_common(given) or words.given.issuperset(given)
    return sum(weights) >= _ENOUGH_GIVEN and clear and not crossing


@cache
def _forms() -> re.Pattern[str]:
    words = name_lists()
    sure = words["sure_surnames"]
    any_surname = f"(?:{'|'.join(words['double_surnames'])}|[{sure}{words['surnames']}])"
    clear = "".join(sign for sign in words["surnames"] if sign not in words["ordinary_surnames"])
    given, relation = words["given"], one_of(words["relation"])
    whose = f"(?:{relation}|家?[他她](?:{one_of(words['relation_of'])}))"
    pets = f"(?:{one_of(words['pet_names'])}|[{words['pet_first']}][{words['pet_last']}]子?)"
    home = f"家(?!大院|老宅|[{words['after_home']}])"
    forms = (
        rf"(?<=[我俺他她儿女子人娘爹名哥姐弟妹孩的]叫){any_surname}[一-龥]{{1,2}}(?=[,。!?; ]|$)",
        rf"(?:{one_of(words['anybody'])})(?:{whose})?",
        rf"(?<![百同贵])姓{any_surname}(?!名|氏|[{words['after_short']}])的?",
        rf"老(?!商){any_surname}(?:{whose}|{home})|老[{sure}{clear}](?:{whose}|头子?|汉|{home})",
        rf"[老小][{sure}](?:{whose}|{home}|(?![{words['after_short']}]))",
        rf"[{sure}{clear}]老[大二三四五六七八九幺]{_SAID_OF}|(?<![一-龥])老[二三四五六七八幺]{home}",
        rf"(?![周高])[{sure}{clear}][二三四五六七八九]{_SAID_OF}",
        rf"[{sure}{clear}]家[大二三四五六小]?(?:老[大二三四五六]|小子|媳妇|儿子|闺女|老头|老太太|丫头|姑娘|妮子|娃)",
        rf"[{sure}{clear}][大二三四五六小](?:娃|丫|妮子?|嫂|婶|叔|爷|姐|哥)",
        rf"(?<![我俺你他她咱家的第])[二三四五六七八九](?:婶子?|叔|大爷|大娘|大伯|嫂子?|姨|舅|姑){_SAID_OF}",
        rf"(?:^|(?<=[,。!?; ]))[一-龥]{{2}}[他她](?:{one_of(words['relation_of'])})",
        r"[胖瘦高矮黑](?:婶子?|叔|大爷|大娘|嫂子?|哥|姐|丫)",
        rf"[{sure}{clear}](?:会计|书记|主任|队长|村长|支书)[他她家](?:{one_of(words['relation_of'])}|兄弟|媳妇|儿子|小舅子|侄子)",
        r"(?<=反映人|报案人|申请人|当事人)[::\s]*[一-龥]{2,4}(?=[ ,。电]|$)",
        r"(?<=叫)小[一-龥](?=就行|就好|[,。!? ]|$)|老[倔犟歪瘸聋哑胖瘦]头",
        rf"小(?![孩区时伙])[一-龥][他她](?:{one_of(words['relation_of'])})",
        rf"小[{clear}](?:{whose}|{home}|(?=说|他[爹娘妈爸]))",
        rf"[{sure}{clear}大小老]?(?:{one_of(words['pet_names'])})子?(?!头|口|下)(?:{whose}|{home})?",
        rf"[大小老]?{pets}(?:{whose}|{home}|(?=[他她]))",
        rf"[小大阿][{given}](?:{whose}|{home})|(?<![一-龥])[阿][{given}]{_SAID_OF}",
        rf"(?<![一-龥])[{sure}]{home}|(?<=[邻居对门那跟和让被东西南北头边户隔壁])[{sure}]{home}",
    )
    return re.compile("|".join(forms))


@cache
def _by_surname() -> re.Pattern[str]:
    words = name_lists()
    signs = "".join(sign for sign in words["sure_surnames"] + words["surnames"] if sign not in "向和连占时车单")
    surname = rf"(?P<surname>{'|'.join(words['double_surnames'])}|[{signs}])"
    return re.compile(rf"{surname}家?(?:{one_of(words['kin'])})(?!长|办)")


@cache
def _by_given() -> re.Pattern[str]:
    words = name_lists()
    whose = f"(?:{one_of(words['given_kin'])}|家?[他她](?:{one_of(words['relation_of'])})|{one_of(words['relation'])})"
    home = f"家(?![{words['after_home']}])"
    return re.compile(rf"(?P<given>[{words['given']}{words['given_too']}]{{2}})(?:(?P<kin>{whose})|{home})")
