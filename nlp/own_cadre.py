"""Whether a text complains of the household's own contact cadre. In doubt it is unsure, and is asked about."""

from functools import cache, lru_cache

from nlp.kinds import Judged
from nlp.phrases import Hit, Phrasebook
from nlp.word_files import words_of

_REACH = 24  # characters from a person to what is said of them
_BEFORE = 12  # from what is said to a person named after it
_TITLES = ("干部", "书记", "主任", "镇长", "乡长", "局长", "科长", "所长", "站长", "部长", "委员", "主席", "同志")
_ADDRESSED = (" ", ",", "!", ":", "好", "您好", "你好")


def complains_of_cadre(text: str, cadre: str = "") -> Judged:
    """`cadre` is the own cadre's full name: with it, the forms that villagers make of it are known as well."""
    who, says = _books()
    people = who.find(text) + _forms_of(cadre).find(text)
    said = says.find(text)
    own = [hit for hit in people if hit.label == "own" and not _is_another(text[hit.start : hit.end], cadre)]
    others = [hit for hit in people if hit.label == "others" and not _touches(hit, own)]
    if own:
        return _of_own(text, own, others, said)
    vague = [hit for hit in people if hit.label == "vague" and not _touches(hit, others)]
    doubted = any(hit.label == "nobody" for hit in people) or _complaint_near(vague, said)
    return Judged.UNSURE if doubted else Judged.NO


def _of_own(text: str, own: list[Hit], others: list[Hit], said: list[Hit]) -> Judged:
    complaints = [hit for hit in said if hit.label == "complaint"]
    kind = any(hit.label == "kind_words" and not _touches(hit, complaints) for hit in said)
    addressed = all(_is_addressed(hit, text) for hit in own)
    if _complaint_near(own, said):
        return Judged.UNSURE if kind or others or addressed else Judged.YES
    return Judged.NO if kind or addressed else Judged.UNSURE


def _complaint_near(people: list[Hit], said: list[Hit]) -> bool:
    complaints = [hit for hit in said if hit.label == "complaint"]
    return any(
        complaint.start - person.end <= _REACH and person.start - complaint.end <= _BEFORE
        for person in people
        for complaint in complaints
    )


def _is_another(called: str, cadre: str) -> bool:
    """李干部 is not 孙兆龙."""
    return bool(cadre) and called[1:] == "干部" and called[0] not in ("的", cadre[0])


def _is_addressed(hit: Hit, text: str) -> bool:
    """孙干部,路灯坏了"""
    return hit.start == 0 and len(text) > hit.end and text.startswith(_ADDRESSED, hit.end)


def _touches(hit: Hit, others: list[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


@lru_cache(maxsize=4096)
def _forms_of(cadre: str) -> Phrasebook:
    if not cadre:
        return Phrasebook({})
    surname, given = cadre[0], cadre[1:]
    forms = [cadre, *(surname + title for title in _TITLES), f"老{surname}", f"小{surname}", f"姓{surname}的"]
    return Phrasebook({"own": forms + [given] * (len(given) > 1)})


@cache
def _books() -> tuple[Phrasebook, Phrasebook]:
    words = words_of("own_cadre")
    return Phrasebook(words["who"]), Phrasebook(words["says"])
