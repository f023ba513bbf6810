"""The last check of every entity before it stands in a message (MessageEntity.cpp, get_message_entities)."""

from collections.abc import Sequence

from bot.chatserver.formatting.clean import clean_string
from bot.chatserver.formatting.entities import Span
from bot.chatserver.formatting.errors import FormattingError
from bot.chatserver.formatting.links import check_link, is_user_id, user_in
from bot.chatserver.formatting.web_address import AddressError

_FARTHEST = 1_000_000


def admit(spans: Sequence[Span]) -> list[Span]:
    """The spans with clean fields, without the empty ones; a wrong one is refused with all of them."""
    admitted = [_admit_fields(span) for span in spans]
    for span in admitted:
        _check_place(span)
    return [span for span in admitted if span.end > span.start and _is_whole(span)]


def _admit_fields(span: Span) -> Span:
    match span.kind:
        case "pre" if span.fields:
            language = _clean(span.fields["language"], "messageEntityPreCode.language")
            return span._replace(fields={"language": language} if language else {})
        case "text_link":
            return _admit_link(span)
        case "custom_emoji" if span.fields["custom_emoji_id"] == "0":
            raise FormattingError("invalid custom emoji identifier specified")
        case "date_time" if int(span.fields["unix_time"]) <= 0:
            raise FormattingError("invalid date specified")
    return span


def _admit_link(span: Span) -> Span:
    link = _clean(span.fields["url"], "messageEntityTextUrl.url")
    user_id = user_in(link)
    if user_id is not None:
        return Span("text_mention", span.start, span.end, {"user_id": user_id})
    try:
        return span._replace(fields={"url": check_link(link)})
    except AddressError as error:
        raise FormattingError(f"entity URL '{link}' is invalid: {error}") from None


def _clean(field: str | int, name: str) -> str:
    try:
        str(field).encode()
    except UnicodeEncodeError:
        raise FormattingError(f"{name} must be encoded in UTF-8") from None
    return clean_string(str(field))


def _check_place(span: Span) -> None:
    length = span.end - span.start
    if not 0 <= span.start <= _FARTHEST:
        raise FormattingError(f"receive an entity with incorrect offset {span.start}")
    if not 0 <= length <= _FARTHEST:
        raise FormattingError(f"receive an entity with incorrect length {length}")


def _is_whole(span: Span) -> bool:
    return span.kind != "text_mention" or is_user_id(int(span.fields["user_id"]))
