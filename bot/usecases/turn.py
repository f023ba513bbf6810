"""One person's one act, as every use case gets it, and the letters that use cases write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from bot.rules.buttons import Button
from bot.rules.calendar import Calendar, day_of
from bot.rules.people import DEFAULT_LANGUAGE, Person
from bot.rules.terms import Policy
from storage.engine import Session
from storage.letters import Card, Notice, Priority, add_cards, add_notices
from storage.models import Account, Forum, LetterKind, Topic
from storage.officials import find_official_of_account


@dataclass(frozen=True)
class Toast:
    """What the person who tapped sees for a moment: a sentence of the catalogue and its data."""

    wording: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Post:
    """Writes letters: they leave only if the transaction is kept, and each only once for its `occasion`.

    Data are text, whole numbers, lists of text or of sentences
    (`wording` and `data`), and dates, which are told as seen from the day when the letter
    leaves: `due` gives the sentence $due (下周三(11月25日)) and $due-by (下周三(11月25日)以前). What people said goes
    under the names of `storage.letters.WORDS`: such a letter leaves only to whoever may read an appeal's words then.
    """

    session: Session
    now: datetime
    occasion: str
    box: "list[Notice | Card] | None" = field(default=None, kw_only=True)
    """Where there is one, letters wait in it until `post_all` writes them together."""

    async def tell(
        self,
        account: Account,
        wording: str,
        *,
        buttons: Sequence[Button] = (),
        menu: Sequence[str] = (),
        about: int | None = None,
        priority: Priority = Priority.CARD,
        not_before: datetime | None = None,
        kind: LetterKind = LetterKind.NOTICE,
        **data: object,
    ) -> None:
        """Write a notice to somebody else; villagers get it by day, unless it is Priority.DANGER.
        `menu` as in `Turn.answer`."""
        is_villager = await find_official_of_account(self.session, account.id) is None
        notice = Notice(
            bot_id=account.bot_id,
            chat_id=account.chat_id,
            wording=wording,
            language=DEFAULT_LANGUAGE,
            data=kept_data(data),
            occasion=self.occasion,
            priority=priority,
            buttons=buttons,
            menu=menu,
            appeal_id=about,
            user_id=account.user_id,
            kind=kind,
            is_quiet=is_villager and priority is not Priority.DANGER,
            not_before=not_before,
        )
        await self._post(notice)

    async def enclose(
        self, account: Account, media_id: int, wording: str, data: Mapping[str, Any], *, about: int
    ) -> None:
        """Hand on a file of the appeal or of its answers; the wording is its caption. It leaves only to whoever may
        read the appeal's words then."""
        file = replace(self, occasion=f"{self.occasion}:{media_id}")
        await file.tell(account, wording, about=about, kind=LetterKind.FILE, **{**data, "media": media_id})

    async def hand_paper(self, account: Account, wording: str, document: str, **data: str | int) -> None:
        """A paper of ours as a file, written when it leaves; the wording is its caption."""
        await self.tell(account, wording, kind=LetterKind.DOCUMENT, **dict[str, Any](data, document=document))

    async def show_card(
        self,
        appeal_id: int,
        account: Account,
        *,
        priority: Priority = Priority.CARD,
        not_before: datetime | None = None,
    ) -> None:
        """Have the appeal shown to them, or shown as it stands now where they have its card already."""
        card = Card(account.bot_id, account.chat_id, account.user_id, appeal_id, DEFAULT_LANGUAGE, priority, not_before)
        await self._post(card)

    async def show_in_topic(self, topic: Topic, forum: Forum, priority: Priority, not_before: datetime) -> None:
        """Have the topic be as its appeal stands now, and the card in it."""
        where = (forum.bot_id, forum.chat_id, None, topic.appeal_id)
        await self._post(Card(*where, DEFAULT_LANGUAGE, priority, not_before, topic.id))

    async def say_in_topic(
        self,
        topic: Topic,
        forum: Forum,
        wording: str,
        *,
        once: str | None = None,
        buttons: Sequence[Button] = (),
        **data: object,
    ) -> None:
        """To all who are in the group, below the card. `once`: what is said a single time for that occasion."""
        notice = Notice(
            bot_id=forum.bot_id,
            chat_id=forum.chat_id,
            wording=wording,
            language=DEFAULT_LANGUAGE,
            data=kept_data(data),
            occasion=once or self.occasion,
            priority=Priority.CARD,
            buttons=buttons,
            appeal_id=topic.appeal_id,
            topic_id=topic.id,
        )
        await self._post(notice)

    async def _post(self, letter: Notice | Card) -> None:
        if self.box is None:
            await _write(self.session, [letter], self.now)
        else:
            self.box.append(letter)

    async def post_all(self) -> None:
        """Write what waits in the box, in one statement a kind."""
        waiting = self.box or []
        await _write(self.session, waiting, self.now)
        waiting.clear()


@dataclass(frozen=True)
class Turn(Post):
    """One person's one act; `occasion` tells it from every other act of the same bot."""

    who: Person
    policy: Policy
    calendar: Calendar
    site: str | None = None
    """Where our own pages are, for links; none where nobody has said."""

    async def answer(
        self,
        wording: str,
        *,
        buttons: Sequence[Button] = (),
        menu: Sequence[str] = (),
        about: int | None = None,
        kind: LetterKind = LetterKind.NOTICE,
        **data: object,
    ) -> None:
        """Write a notice to the one who acts. `about`: their reply to it finds the appeal. `menu`: sentences of the
        catalogue that stay as keys below the chat."""
        notice = Notice(
            bot_id=self.who.bot_id,
            chat_id=self.who.chat_id,
            wording=wording,
            language=self.who.language,
            data=kept_data(data),
            occasion=self.occasion,
            buttons=buttons,
            menu=menu,
            appeal_id=about,
            user_id=self.who.user_id if kind is LetterKind.PRIVATE_TEXT else None,
            kind=kind,
        )
        await self._post(notice)


def in_private(turn: Turn) -> Turn:
    """The same act, answered in the person's own chat: what a group's buttons ask for is asked there."""
    return replace(turn, who=replace(turn.who, chat_id=turn.who.user_id))


async def _write(session: Session, letters: Sequence[Notice | Card], now: datetime) -> None:
    await add_notices(session, [letter for letter in letters if isinstance(letter, Notice)], now)
    await add_cards(session, [letter for letter in letters if isinstance(letter, Card)], now)


def kept_data(data: Mapping[str, object]) -> dict[str, Any]:
    """As JSON; a moment is the day in China that it falls on."""
    return {name: _kept(value) for name, value in data.items()}


def _kept(value: object) -> object:
    if isinstance(value, list):
        return [one | {"data": kept_data(one["data"])} if isinstance(one, dict) else one for one in value]
    return _day(value) if isinstance(value, date) else value


def _day(value: date) -> dict[str, str]:
    return {"day": (day_of(value) if isinstance(value, datetime) else value).isoformat()}
