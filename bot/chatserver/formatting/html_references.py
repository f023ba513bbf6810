import re

_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|([A-Za-z]*));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LONGEST = 9


def read_reference(text: str, place: int) -> tuple[str, int]:
    """The character that the "&" at place stands for, and where the text goes on.

    The semicolon may be missing; what is no reference is the "&" itself (MessageEntity.cpp, decode_html_entity).
    """
    found = _REFERENCE.match(text, place)
    character = None if found is None else _character(found)
    if found is None or character is None:
        return "&", place + 1
    return character, found.end()


def decode_references(text: str) -> str:
    pieces, place = [], 0
    while (mark := text.find("&", place)) >= 0:
        pieces.append(text[place:mark])
        character, place = read_reference(text, mark)
        pieces.append(character)
    return "".join([*pieces, text[place:]])


def _character(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return _NAMED.get(name)
    if len(found[0].removesuffix(";")) > _LONGEST:
        return None
    code = int(hexadecimal or "0", 16) if hexadecimal is not None else int(decimal or "0")
    return chr(code) if 0 < code < 0x10FFFF else None
