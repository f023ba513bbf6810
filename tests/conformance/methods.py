"""The methods of the Bot API as the installed aiogram knows them, whatever the case of their letters."""

from typing import Any

from aiogram import methods
from aiogram.methods import TelegramMethod

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__.lower(): method
    for method in vars(methods).values()
    if isinstance(method, type) and issubclass(method, TelegramMethod) and method is not TelegramMethod
}


def method_of(name: str) -> type[TelegramMethod[Any]] | None:
    return METHODS.get(name.lower())


def returned_by(name: str) -> Any:
    """The annotation of what a method returns."""
    method = method_of(name)
    if method is None:
        raise LookupError(f"Bot API 10.0 has no method {name!r}.")
    return method.__returning__
