import re
from typing import NamedTuple

from bot.chatserver.formatting.html_references import decode_references
from bot.chatserver.formatting.markup import SPACE, byte_offset, refusal
from bot.chatserver.formatting.numbers import ascii_lower

_NAME = re.compile(rf"[^{SPACE}>]*")
_ATTRIBUTE = re.compile(rf"[^{SPACE}=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_BLANKS = re.compile(r"[ \t\r\n\v]*")

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}


class StartTag(NamedTuple):
    name: str
    attributes: dict[str, str]
    end: int


class EndTag(NamedTuple):
    name: str
    end: int


def read_start_tag(text: str, begin: int) -> StartTag:
    """The tag that the "<" at begin opens; FormattingError in the words of the official server (parse_html)."""
    return _TagReader(text, begin).start_tag()


def read_end_tag(text: str, begin: int) -> EndTag:
    name = _run(_NAME, text, begin + 2)
    end = begin + 2 + len(name)
    end += len(_run(_BLANKS, text, end))
    if not text.startswith(">", end):
        raise refusal(f"Unclosed end tag at byte offset {byte_offset(text, begin)}")
    return EndTag(ascii_lower(name), end + 1)


class _TagReader:
    def __init__(self, text: str, begin: int) -> None:
        self._text = text
        self._begin = begin
        self._place = begin + 1
        self._name = ""

    @property
    def _at(self) -> int:
        return byte_offset(self._text, self._begin)

    def start_tag(self) -> StartTag:
        self._name = ascii_lower(self._take(_NAME))
        if self._ended():
            raise refusal(f"Unclosed start tag at byte offset {self._at}")
        if self._name not in KINDS:
            raise refusal(f'Unsupported start tag "{self._name}" at byte offset {self._at}')
        attributes: dict[str, str] = {}
        self._take(_BLANKS)
        while not self._next_is(">"):
            name, value = self._attribute()
            # Without a value only "expandable" means anything.
            if value is not None or name == "expandable":
                attributes[name] = value or ""
            self._take(_BLANKS)
        if self._name == "span" and attributes.get("class") != "tg-spoiler":
            raise refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {self._at}')
        return StartTag(self._name, attributes, self._place + 1)

    def _attribute(self) -> tuple[str, str | None]:
        name = self._take(_ATTRIBUTE)
        if not name:
            raise refusal(f'Empty attribute name in the tag "{self._name}" at byte offset {self._at}')
        self._take(_BLANKS)
        if not self._next_is("="):
            self._refuse_end()
            return name, None
        self._place += 1
        self._take(_BLANKS)
        self._refuse_end()
        value = self._literal() if self._next_is("'") or self._next_is('"') else self._token()
        if self._ended():
            raise refusal(f"Unclosed start tag at byte offset {self._at}")
        return name, value

    def _token(self) -> str:
        begin = self._place
        token = self._take(_TOKEN)
        if not self._ended() and self._text[self._place] not in f"{SPACE}>":
            raise refusal(f"Unexpected end of name token at byte offset {byte_offset(self._text, begin)}")
        return ascii_lower(token)

    def _literal(self) -> str:
        quote = self._text[self._place]
        literal = self._take(_LITERAL[quote])[1:]
        self._place += 1 if self._next_is(quote) else 0
        return decode_references(literal)

    def _take(self, pattern: re.Pattern[str]) -> str:
        run = _run(pattern, self._text, self._place)
        self._place += len(run)
        return run

    def _next_is(self, mark: str) -> bool:
        return self._text.startswith(mark, self._place)

    def _ended(self) -> bool:
        """A zero character ends the text inside of a tag."""
        return self._place >= len(self._text) or self._text[self._place] == "\0"

    def _refuse_end(self) -> None:
        if self._ended():
            raise refusal(f'Unclosed start tag "{self._name}" at byte offset {self._at}')


_LITERAL = {quote: re.compile(rf"{quote}[^{quote}\0]*") for quote in "'\""}


def _run(pattern: re.Pattern[str], text: str, place: int) -> str:
    found = pattern.match(text, place)
    return found[0] if found is not None else ""
