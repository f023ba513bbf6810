"""What the three markup languages share."""

from typing import NamedTuple

from bot.chatserver.formatting.entities import Span, in_units
from bot.chatserver.formatting.errors import FormattingError
from bot.chatserver.formatting.links import check_link, user_in
from bot.chatserver.formatting.web_address import AddressError

SPACE = " \t\r\n\0\v"


class Parsed(NamedTuple):
    """Text without its markup, and its spans in UTF-16 units."""

    text: str
    spans: list[Span]


class Output:
    """The text that comes out of the markup, and the spans over it, counted in characters while it grows."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self.spans: list[Span] = []

    def write(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)

    def written_since(self, start: int) -> str:
        wanted = missing = self.length - start
        pieces: list[str] = []
        for piece in reversed(self._pieces):
            if missing <= 0:
                break
            pieces.append(piece)
            missing -= len(piece)
        text = "".join(reversed(pieces))
        return text[len(text) - wanted :]

    def cover(self, kind: str, start: int, **fields: str | int) -> None:
        """Adds a span from start to here, unless it would be empty."""
        if start < self.length:
            self.spans.append(Span(kind, start, self.length, fields))

    def cover_link(self, start: int, link: str) -> None:
        """Adds a mention or a link, or nothing if the link is no good: the official server keeps the text then."""
        user_id = user_in(link)
        if user_id is not None:
            self.cover("text_mention", start, user_id=user_id)
            return
        try:
            self.cover("text_link", start, url=check_link(link))
        except AddressError:
            return

    def parsed(self) -> Parsed:
        text = "".join(self._pieces)
        return Parsed(text, in_units(text, self.spans))


def refusal(sentence: str) -> FormattingError:
    return FormattingError(f"can't parse entities: {sentence}")


def byte_offset(text: str, place: int) -> int:
    return len(text[:place].encode())
