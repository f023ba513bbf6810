import re

from bot.chatserver.formatting.markup import SPACE, Output, Parsed, byte_offset, refusal

_MARK = re.compile(r"[_*`\[]|\\[_*`\[]")
_LANGUAGE = re.compile(rf"([^{SPACE}`]++)(?=[{SPACE}])")
_LINE_END = re.compile(r"\r\n|\n\r|\r|\n")


def parse_markdown(text: str) -> Parsed:
    """The legacy language: no nesting, no escapes inside entities (MessageEntity.cpp, parse_markdown)."""
    output = Output()
    place = 0
    while (mark := _MARK.search(text, place)) is not None:
        output.write(text[place : mark.start()])
        if mark[0][0] == "\\":
            output.write(mark[0][1])
            place = mark.end()
        else:
            place = _read_entity(text, mark.start(), output)
    output.write(text[place:])
    return output.parsed()


def _read_entity(text: str, begin: int, output: Output) -> int:
    """Where the reading goes on."""
    mark = text[begin]
    if text.startswith("```", begin):
        return _read_pre(text, begin, output)
    end = _end(text, "]" if mark == "[" else mark, begin + 1, begin)
    start = output.length
    output.write(text[begin + 1 : end])
    if mark == "[" and start < output.length:
        return _read_link(text, end, start, output)
    if mark != "[":
        output.cover({"_": "italic", "*": "bold", "`": "code"}[mark], start)
    return end + 1


def _read_pre(text: str, begin: int, output: Output) -> int:
    inside, fields = skip_language(text, begin + 3)
    end = _end(text, "```", inside, begin)
    start = output.length
    output.write(text[inside:end])
    output.cover("pre", start, **fields)
    return end + 3


def skip_language(text: str, place: int) -> tuple[int, dict[str, str]]:
    """Where the code begins, after the language and one line end, and the language as a field."""
    fields = {}
    language = _LANGUAGE.match(text, place)
    if language is not None:
        fields["language"] = language[1]
        place = language.end()
    line_end = _LINE_END.match(text, place)
    return (place if line_end is None else line_end.end()), fields


def _read_link(text: str, end: int, start: int, output: Output) -> int:
    if not text.startswith("(", end + 1):
        output.cover_link(start, output.written_since(start))
        return end + 1
    close = text.find(")", end + 2)
    close = len(text) if close < 0 else close
    output.cover_link(start, text[end + 2 : close])
    return close + 1


def _end(text: str, mark: str, place: int, begin: int) -> int:
    end = text.find(mark, place)
    if end < 0:
        raise refusal(f"Can't find end of the entity starting at byte offset {byte_offset(text, begin)}")
    return end
