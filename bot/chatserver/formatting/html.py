import re
from typing import NamedTuple

from bot.chatserver.formatting.html_entities import cover_tag, without_hints
from bot.chatserver.formatting.html_references import read_reference
from bot.chatserver.formatting.html_tags import StartTag, read_end_tag, read_start_tag
from bot.chatserver.formatting.markup import Output, Parsed, byte_offset, refusal

_MARK = re.compile(r"[<&]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNPAIRED = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)


class _Open(NamedTuple):
    tag: StartTag
    start: int


def parse_html(text: str) -> Parsed:
    """The tags of the Bot API (MessageEntity.cpp, parse_html)."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._output = Output()
        self._open: list[_Open] = []

    def read(self) -> Parsed:
        place = 0
        while (mark := _MARK.search(self._text, place)) is not None:
            self._output.write(self._text[place : mark.start()])
            place = self._read_mark(mark.start())
        self._output.write(self._text[place:])
        if self._open:
            name = self._open[-1].tag.name
            raise refusal(f'Can\'t find end tag corresponding to start tag "{name}"')
        self._output.spans = without_hints(self._output.spans)
        parsed = self._output.parsed()
        if _SURROGATE.search(parsed.text):
            raise refusal(_UNPAIRED)
        return parsed

    def _read_mark(self, place: int) -> int:
        """Where the text goes on."""
        if self._text[place] == "&":
            character, place = read_reference(self._text, place)
            self._output.write(character)
            return place
        if self._text.startswith("/", place + 1):
            return self._close(place)
        tag = read_start_tag(self._text, place)
        self._open.append(_Open(tag, self._output.length))
        return tag.end

    def _close(self, place: int) -> int:
        if not self._open:
            raise refusal(f"Unexpected end tag at byte offset {byte_offset(self._text, place)}")
        end = read_end_tag(self._text, place)
        tag, start = self._open.pop()
        if end.name and end.name != tag.name:
            at = byte_offset(self._text, place)
            raise refusal(f'Unmatched end tag at byte offset {at}, expected "</{tag.name}>", found "</{end.name}>"')
        if start < self._output.length:
            cover_tag(tag, start, self._output)
        return end.end
