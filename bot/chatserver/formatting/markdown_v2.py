import re

from bot.chatserver.formatting.markdown import skip_language
from bot.chatserver.formatting.markdown_v2_marks import (
    OpenEntity,
    closing_mark,
    cover_marked,
    opening_mark,
    reserved,
    unended,
)
from bot.chatserver.formatting.markup import Output, Parsed

_MARK = re.compile(r"[\\_*\[\]()~`>#+\-=|{}.!\n]")
_MARK_IN_CODE = re.compile(r"[\\`]")


def parse_markdown_v2(text: str) -> Parsed:
    """The nesting language of the Bot API (MessageEntity.cpp, parse_markdown_v2)."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._output = Output()
        self._open: list[OpenEntity] = []
        self._in_quote = False
        self._may_quote = True

    def read(self) -> Parsed:
        while self._place < len(self._text):
            self._write_plain()
            if self._place < len(self._text):
                self._read_mark()
        self._end_last_quote()
        if self._open:
            raise unended(self._open[-1], self._text)
        return self._output.parsed()

    def _write_plain(self) -> None:
        in_code = bool(self._open) and self._open[-1].kind in {"code", "pre"}
        mark = (_MARK_IN_CODE if in_code else _MARK).search(self._text, self._place)
        end = len(self._text) if mark is None else mark.start()
        plain = self._text[self._place : end]
        self._output.write(plain)
        # A \r alone leaves the beginning of a line where it is.
        self._may_quote = self._may_quote and not plain.strip("\r")
        self._place = end

    def _read_mark(self) -> None:
        mark = self._text[self._place]
        if mark == "\\":
            self._read_escape()
        elif self._in_quote and mark == "\n" and not self._text.startswith(">", self._place + 1):
            self._end_quote()
        elif self._open and (closing := closing_mark(self._open[-1].kind, self._text, self._place)):
            self._place = cover_marked(self._open.pop(), self._text, self._place + len(closing), self._output)
        elif mark == "\n":
            self._end_line()
        elif mark == ">":
            self._begin_quote_line()
        else:
            self._begin()

    def _read_escape(self) -> None:
        escaped = self._text[self._place + 1 : self._place + 2]
        if not "\x01" <= escaped <= "\x7e":
            escaped = ""
        self._output.write(escaped or "\\")
        if escaped != "\r":
            self._may_quote = escaped == "\n"
        self._place += 1 + len(escaped)

    def _end_line(self) -> None:
        self._output.write("\n")
        self._may_quote = True
        self._place += 1

    def _begin_quote_line(self) -> None:
        if not self._may_quote:
            raise reserved(">")
        if not self._in_quote:
            self._open.append(OpenEntity("blockquote", self._place, self._output.length, {}))
            self._in_quote = True
        self._place += 1

    def _begin(self) -> None:
        mark, kind = opening_mark(self._text, self._place)
        begin = self._place
        fields: dict[str, str] = {}
        self._place += len(mark)
        if kind == "pre":
            self._place, fields = skip_language(self._text, self._place)
        self._open.append(OpenEntity(kind, begin, self._output.length, fields))

    def _end_quote(self) -> None:
        """At a line end without another quoted line: the entity takes the line end in."""
        line_end = self._place - (1 if self._text.startswith("\r", self._place - 1) else 0)
        kind = self._pop_expanding_mark({line_end, self._place})
        if self._open[-1].kind != "blockquote":
            raise unended(self._open[-1], self._text)
        self._end_line()
        self._output.cover(kind, self._open.pop().start)
        self._in_quote = False

    def _end_last_quote(self) -> None:
        if not self._in_quote:
            return
        kind = self._pop_expanding_mark({len(self._text)})
        if self._open[-1].kind == "blockquote":
            self._output.cover(kind, self._open.pop().start)

    def _pop_expanding_mark(self, ends: set[int]) -> str:
        """A spoiler that begins with the last two characters of a quote says that the quote is expandable."""
        last = self._open[-1]
        if last.kind == "spoiler" and last.at + 2 in ends:
            self._open.pop()
            return "expandable_blockquote"
        return "blockquote"
