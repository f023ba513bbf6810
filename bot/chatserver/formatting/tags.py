import re
from collections.abc import Iterator
from itertools import takewhile

from bot.chatserver.formatting.characters import is_tag_letter
from bot.chatserver.formatting.entities import Span

_USER = r"[A-Za-z0-9_]"
# The expressions that MessageEntity.cpp gives beside match_mentions and match_bot_commands.
_MENTION = re.compile(rf"(?<!\w)@({_USER}{{2,32}})(?!\w)")
_COMMAND = re.compile(rf"(?<![\w/<>])/{_USER}{{1,64}}(?:@{_USER}{{3,32}}(?![\w/<>])|(?![\w/<>@]))")
_CASHTAG = re.compile(rf"\$(?:1INCH|[A-Z]{{1,8}})(?:@{_USER}{{3,32}}(?!{_USER}))?")
_AT_BOT = re.compile(rf"@{_USER}{{3,32}}")
_SHORTEST_NAME = 4
_SHORT_NAMES = frozenset({"gif", "nft", "pic", "ufc", "vid"})
_LONGEST_TAG = 256


def find_mentions(text: str) -> Iterator[Span]:
    for found in _MENTION.finditer(text):
        if len(found[1]) >= _SHORTEST_NAME or found[1].lower() in _SHORT_NAMES:
            yield Span("mention", found.start(), found.end())


def find_commands(text: str) -> Iterator[Span]:
    return (Span("bot_command", found.start(), found.end()) for found in _COMMAND.finditer(text))


def find_cashtags(text: str) -> Iterator[Span]:
    for found in _CASHTAG.finditer(text):
        beside = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
        if not any(character == "$" or is_tag_letter(character) for character in beside):
            yield Span("cashtag", found.start(), found.end())


def find_hashtags(text: str) -> Iterator[Span]:
    place = text.find("#")
    while place >= 0:
        end, span = _read_hashtag(text, place)
        if span is not None:
            yield span
        place = text.find("#", end)


def _read_hashtag(text: str, begin: int) -> tuple[int, Span | None]:
    """Where the search goes on, and the hashtag at begin, if there is one (match_hashtags)."""
    if begin > 0 and is_tag_letter(text[begin - 1]):
        return begin + 1, None
    rest = (text[place] for place in range(begin + 1, len(text)))
    word = "".join(takewhile(is_tag_letter, rest))
    end = after = begin + 1 + len(word)
    if len(word) > _LONGEST_TAG:
        end = begin + 1 + _LONGEST_TAG
    elif word and (bot := _AT_BOT.match(text, after)) is not None:
        end = after = bot.end()
    letters = any(letter.isalpha() for letter in word[:_LONGEST_TAG])
    if not letters or text.startswith("#", after):
        return after, None
    return after, Span("hashtag", begin, end)
