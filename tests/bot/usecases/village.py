"""磨石沟 on its phones: people say and tap, and the letters that they get are read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from itertools import count
from typing import Any

from aiogram import Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from sqlalchemy import select

from bot.clock import Clock
from bot.delivery.cards import render_card
from bot.delivery.notices import Rendered, render_notice
from bot.delivery.wording import Wording
from bot.intake.telegram_bot import handler_bot
from bot.rules.calendar import day_of
from bot.rules.lifecycle import Status
from bot.rules.people import DEFAULT_LANGUAGE
from bot.rules.terms import Policy
from bot.usecases.tick import Tick
from bot.usecases.turn import Toast
from handlers.dispatcher import dispatcher
from storage.card_views import access_card
from storage.deliveries import Standing, add_delivery
from storage.models import Appeal, DeliveryKind, Letter, LetterKind, PieceKind
from storage.pieces import Belongs, Said, add_piece
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.storage.cases import file
from tests.storage.county import BOT, GUILAN, Cast, County

_TOKEN = f"{BOT}:" + "AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQ0"
_WORDING = Wording()
WORDS = "俺娘八十了瘫床上,低保给停了,去问说等着"


@dataclass
class Village:
    county: County
    cast: Cast
    policy: Policy = POLICY
    site: str | None = None
    _ids: Iterator[int] = field(default_factory=lambda: count(100))

    @property
    def clock(self) -> Clock:
        return self.county.hands

    @cached_property
    def _handlers(self) -> Dispatcher:
        return dispatcher(self.clock, self.policy, CALENDAR, self.site)

    async def file(self, category: str = "low_income", words: str = WORDS, **more: Any) -> Appeal:
        """An appeal of 王桂兰's in her own words, with the cadre; its card stands in no chat yet."""
        appeal = await file(self.county, self.cast, **more)
        appeal.category = category
        said = Said(BOT, GUILAN, next(self._ids), await self.county.account(GUILAN), self.clock(), PieceKind.TEXT)
        await add_piece(self.county.session, _with_text(said, words), Belongs(appeal_id=appeal.id))
        return appeal

    async def card(self, user: int, appeal: Appeal) -> int:
        """The card of the appeal in somebody's chat; the message's id."""
        message_id = next(self._ids)
        standing = Standing(BOT, user, message_id, appeal.id, DeliveryKind.CARD)
        await add_delivery(self.county.session, standing, self.clock())
        return message_id

    async def says(self, user: int, text: str, *, reply_to: int | None = None) -> None:
        await self.sends(user, reply_to=reply_to, text=text)

    async def sends(self, user: int, *, reply_to: int | None = None, **content: Any) -> int:
        """Anything that a message can hold; its id."""
        message = self.message(user) | content
        if reply_to is not None:
            message["reply_to_message"] = self.message(user) | {"message_id": reply_to}
        await self._feed({"update_id": next(self._ids), "message": message})
        return int(message["message_id"])

    async def edits(self, user: int, message_id: int, text: str) -> None:
        now = int(self.clock().timestamp())
        changed = self.message(user) | {"message_id": message_id, "text": text, "edit_date": now}
        await self._feed({"update_id": next(self._ids), "edited_message": changed})

    async def taps(self, user: int, verb: str, row: int, epoch: int = 0, *, group: int | None = None) -> str:
        """What the tap shows for a moment, if anything; the data may be forged."""
        shown = await self.taps_raw(user, f"{verb}:{row}:{epoch}", group=group)
        assert shown is not UNHANDLED, f"nobody handles {verb}"
        return shown.wording if isinstance(shown, Toast) else ""

    async def taps_raw(self, user: int, data: str, *, group: int | None = None) -> Any:
        """What its handler returned; a client may send any data."""
        message = self.message(user)
        if group is not None:
            message["chat"] = {"id": group, "type": "supergroup", "title": "群", "is_forum": True}
        query = {
            "id": "1",
            "from": _person(user),
            "chat_instance": "1",
            "data": data,
            "message": message,
        }
        return await self._feed({"update_id": next(self._ids), "callback_query": query})

    async def taps_last(self, user: int, label: str) -> str:
        """The button of that label in the latest letter to them that has it."""
        button = await self.button(user, label)
        return await self.taps(user, button["verb"], button["id"], button["epoch"])

    async def button(self, user: int, label: str) -> dict[str, Any]:
        """The first of that label in the latest letter to them that has it."""
        letters = await self.letters(user)
        for letter in reversed(letters):
            for button in letter.buttons or ():
                if button["label"] == label:
                    return dict(button)
        raise AssertionError(f"{user} has no button {label}, but {[letter.wording for letter in letters]}")

    async def letters(self, user: int) -> list[Letter]:
        """Each can be written whole."""
        query = select(Letter).where(Letter.chat_id == user, Letter.kind == LetterKind.NOTICE).order_by(Letter.id)
        letters = list(await self.county.session.scalars(query))
        for letter in letters:
            render_notice(_WORDING, letter, day_of(self.clock()))
        return letters

    async def told(self, user: int) -> list[str]:
        return [letter.wording for letter in await self.letters(user)]

    async def last(self, user: int) -> Letter:
        return (await self.letters(user))[-1]

    async def buttons(self, user: int) -> list[dict[str, Any]]:
        """Of the last letter to them."""
        return list((await self.last(user)).buttons or ())

    async def has_card(self, user: int) -> bool:
        query = select(Letter).where(Letter.chat_id == user, Letter.kind == LetterKind.CARD)
        return (await self.county.session.scalars(query)).first() is not None

    async def sees(self, user: int, appeal: Appeal) -> Rendered:
        """The card as it would stand on that phone now."""
        view = await access_card(self.county.session, await self.county.viewer(user), appeal.id)
        return render_card(_WORDING, DEFAULT_LANGUAGE, view, {}, self.clock())

    async def status(self, appeal: Appeal) -> Status:
        await self.county.session.refresh(appeal)
        return Status(appeal.status)

    def later(self, **by: float) -> Tick:
        """The clock strikes that much later."""
        self.county.hands.move(timedelta(**by))
        return Tick(self.county.session, self.clock(), f"tick-{next(self._ids)}", self.policy, CALENDAR)

    async def _feed(self, update: dict[str, Any]) -> Any:
        return await self._handlers.feed_raw_update(handler_bot(_TOKEN), update, session=self.county.session)

    def message(self, user: int) -> dict[str, Any]:
        """One that holds nothing yet."""
        date = int(self.clock().timestamp())
        return {"message_id": next(self._ids), "date": date, "from": _person(user), "chat": _chat(user)}


def _person(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": str(user), "language_code": "zh-hans"}


def _chat(user: int) -> dict[str, Any]:
    return {"id": user, "type": "private", "first_name": str(user)}


def _with_text(said: Said, text: str) -> Said:
    return Said(**vars(said) | {"text": text})
