"""Who and when; nothing else."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Chat, TelegramObject, Update, User

from bot.clock import Clock
from bot.rules.calendar import Calendar
from bot.rules.people import Person, language_of
from bot.rules.terms import Policy
from bot.usecases.turn import Turn

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class WhoAndWhen(BaseMiddleware):
    """Gives handlers a `turn`. An update without a person or a chat has none, and no handler takes it."""

    def __init__(self, clock: Clock, policy: Policy, calendar: Calendar, site: str | None = None) -> None:
        self._clock = clock
        self._policy = policy
        self._calendar = calendar
        self._site = site

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 the library's signature
        user, chat = data.get("event_from_user"), data.get("event_chat")
        if isinstance(event, Update) and isinstance(user, User) and isinstance(chat, Chat):
            who = _person(data["bot"].id, user, chat)
            data["turn"] = Turn(
                session=data["session"],
                now=self._clock(),
                occasion=str(event.update_id),
                who=who,
                policy=self._policy,
                calendar=self._calendar,
                site=self._site,
            )
        return await handler(event, data)


def _person(bot_id: int, user: User, chat: Chat) -> Person:
    return Person(bot_id, user.id, chat.id, user.full_name, language_of(user.language_code))
