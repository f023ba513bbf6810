"""What of the Bot API was seen in recorded traffic: `Message.photo`, `Update.callback_query`, `MessageEntity=bold`.

A field counts for the type that aiogram reads it as; `=` stands before the value of a `type` or `status`.
"""

from collections.abc import Iterator, Sequence

from aiogram.types import Update
from pydantic import BaseModel

from tests.conformance.catcher import Post
from tests.conformance.clients import parse_with_aiogram
from tests.conformance.exchange import Exchange

_TELLING = ("type", "status")


def seen_in(exchanges: Sequence[Exchange], posts: Sequence[Post]) -> frozenset[str]:
    found: set[str] = set()
    for exchange in exchanges:
        answer = exchange.answer if exchange.method and exchange.status == 200 else None
        if exchange.method and isinstance(answer, dict):
            found.update(_names(parse_with_aiogram(exchange.method, answer["result"])))
    for post in posts:
        found.update(_names(parse_with_aiogram(Update, post.update)))
    return frozenset(found)


def _names(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from _names_of(value)
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)


def _names_of(model: BaseModel) -> Iterator[str]:
    kind = type(model).__name__
    for name in model.model_fields_set:
        part = getattr(model, name)
        alias = type(model).model_fields[name].alias or name
        yield f"{kind}.{alias}"
        if name in _TELLING:
            yield f"{kind}={getattr(part, 'value', part)}"
        yield from _names(part)
