"""Decides what is asked of the Bot API for a letter, at the moment when it leaves."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from bot.delivery.calls import Call, Delete, DeleteTopic, Edit, Enclosed, Send
from bot.delivery.cards import render_card, render_gone
from bot.delivery.notices import Rendered, render_notice
from bot.delivery.outcome import TOO_OLD
from bot.delivery.papers import write_paper
from bot.delivery.topics import access_place, next_change
from bot.delivery.wording import Wording, WordingFaulty
from bot.rules.calendar import day_of
from bot.rules.errors import NotYours
from bot.rules.lifecycle import Actor
from bot.rules.nights import after_the_night, is_night
from bot.rules.terms import Policy
from storage import outbox
from storage.access import access_appeal
from storage.card_views import access_card
from storage.deliveries import find_card
from storage.echoes import access_shown_echo
from storage.engine import Session
from storage.letters import WORDS
from storage.media import access_media
from storage.models import Letter, LetterKind, PieceKind
from storage.topics import access_topic_view
from storage.viewers import Viewer, find_viewer, find_viewer_of_grid

log = logging.getLogger(__name__)

_CARDS = (LetterKind.CARD, LetterKind.TOPIC)
_NOT_FOR_THEM = "they may not see the appeal"


@dataclass(frozen=True)
class Errand:
    letter: Letter
    call: Call


class Desk:
    """Asks again whether a letter's reader may see what it is about: between writing and sending much may happen."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._categories = {code: category.name for code, category in policy.categories.items()}
        self._wording = Wording()

    async def prepare(self, session: Session, letter: Letter, now: datetime) -> Errand | None:
        """The letter is marked `sending`; or it was settled or put off, and there is nothing to do."""
        if letter.is_quiet and is_night(now, self._policy.nights):
            outbox.record_waiting(letter, after_the_night(now, self._policy.nights))
            return None
        try:
            call, kept = await self._call(session, letter, now)
        except WordingFaulty as fault:
            log.error("Letter %d cannot be written: %s", letter.id, fault)  # noqa: TRY400 the sentence says all
            outbox.record_unsendable(letter, str(fault), now)
            return None
        except NotYours:
            outbox.record_withheld(letter, _NOT_FOR_THEM, now)
            return None
        outbox.record_sending(letter, kept, now)
        return Errand(letter, call)

    async def _call(self, session: Session, letter: Letter, now: datetime) -> tuple[Call, Rendered | None]:
        """And what is kept of it for a retry. Raises WordingFaulty, NotYours."""
        match letter.kind:
            case LetterKind.TAKE_BACK:
                return self._take_back(letter, now), None
            case LetterKind.CARD:
                return await self._card(session, letter, now), None
            case LetterKind.TOPIC:
                return await self._topic(session, letter, now), None
            case LetterKind.FILE:
                return await self._file(session, letter, now)
            case LetterKind.DOCUMENT:
                return await self._document(session, letter, now)
            case LetterKind.ECHO:
                return await self._echo(session, letter, now), None
        if letter.topic_id is not None:
            return await self._in_topic(session, letter, now)
        await self._check(session, letter)
        kept = letter.rendered or render_notice(self._wording, letter, day_of(now))
        return self._send(letter, kept, now), kept

    async def _check(self, session: Session, letter: Letter) -> None:
        """Raises NotYours where the reader may not see the appeal, or not the words that the letter holds."""
        if letter.appeal_id is None or letter.user_id is None:
            return
        view = await access_appeal(session, await self._viewer(session, letter), letter.appeal_id)
        if not view.shows_words and WORDS & letter.data.keys():
            raise NotYours

    async def _card(self, session: Session, letter: Letter, now: datetime) -> Call:
        appeal_id = letter.appeal_id or 0
        standing = await find_card(session, letter.bot_id, letter.chat_id, appeal_id)
        try:
            view = await access_card(session, await self._viewer(session, letter), appeal_id)
        except NotYours:
            if standing is None:
                raise
            rendered = render_gone(self._wording, letter.language, now)
        else:
            rendered = render_card(self._wording, letter.language, view, self._categories, now)
        if standing is None:
            return self._send(letter, rendered, now)
        return Edit(standing.message_id, rendered["parts"][0], rendered)

    async def _topic(self, session: Session, letter: Letter, now: datetime) -> Call:
        """What brings the topic nearer to how it should be; the card comes last."""
        place = await access_place(session, letter)
        change = await next_change(session, place, self._categories)
        if change is not None:
            return change
        standing = await find_card(session, letter.bot_id, letter.chat_id, letter.appeal_id or 0)
        view = await access_card(
            session, await find_viewer_of_grid(session, place.forum.grid_id), letter.appeal_id or 0
        )
        rendered = render_card(self._wording, letter.language, view, self._categories, now)
        if standing is None:
            return replace(self._send(letter, rendered, now), thread_id=place.topic.thread_id)
        return Edit(standing.message_id, rendered["parts"][0], rendered)

    async def _in_topic(self, session: Session, letter: Letter, now: datetime) -> tuple[Call, Rendered]:
        """Said in an appeal's topic, while that stands. Raises NotYours."""
        place = await access_place(session, letter)
        await access_topic_view(session, place.topic, place.forum)
        if place.topic.thread_id is None or place.topic.gone_at is not None:
            raise NotYours
        kept = letter.rendered or render_notice(self._wording, letter, day_of(now))
        reply_to = letter.data.get("reply_to") if letter.parts_done == 0 else None
        return replace(self._send(letter, kept, now), thread_id=place.topic.thread_id, reply_to=reply_to), kept

    async def _file(self, session: Session, letter: Letter, now: datetime) -> tuple[Call, Rendered]:
        """Of what is not for everybody only the author may keep it."""
        view = await access_appeal(session, await self._viewer(session, letter), letter.appeal_id or 0)
        media = await access_media(session, view, letter.data["media"])
        kept = letter.rendered or render_notice(self._wording, letter, day_of(now))
        is_protected = not view.is_public and Actor.AUTHOR not in view.actors
        enclosed = Enclosed(PieceKind(media.kind), media.file_id)
        return replace(self._send(letter, kept, now), is_protected=is_protected, enclosed=enclosed), kept

    async def _document(self, session: Session, letter: Letter, now: datetime) -> tuple[Call, Rendered]:
        await self._check(session, letter)
        paper = await write_paper(session, self._policy, letter)
        kept = letter.rendered or render_notice(self._wording, letter, day_of(now))
        return replace(self._send(letter, kept, now), enclosed=paper), kept

    def _take_back(self, letter: Letter, now: datetime) -> Call:
        """Bots delete for two days and edit for ever (TDLib, MessagesManager.cpp: can_delete_channel_message)."""
        if "thread_id" in letter.data:
            return DeleteTopic(letter.data["thread_id"])
        message_id, stub = letter.data["message_id"], letter.data.get("stub")
        if stub is None or TOO_OLD not in (letter.error or "").lower():
            return Delete(message_id)
        text = self._wording.render(stub, letter.language, {}, day_of(now))
        return Edit(message_id, text, {"parts": [text], "buttons": []})

    async def _echo(self, session: Session, letter: Letter, now: datetime) -> Call:
        echo = await access_shown_echo(session, letter.appeal_id or 0)
        data = {
            "category": self._categories.get(echo.category, echo.category),
            "outcome": echo.outcome,
            "form": "category" if not echo.words else "words" if echo.answer else "files",
            "words": echo.words,
            "reply": echo.answer,
        }
        text = self._wording.render(letter.wording, letter.language, data, day_of(now))
        return Send(text, {"parts": [text], "buttons": []})

    def _send(self, letter: Letter, rendered: Rendered, now: datetime) -> Send:
        is_card = letter.kind in _CARDS
        text = rendered["parts"][0 if is_card else letter.parts_done]
        if letter.doubts:
            text = self._wording.render("resent", letter.language, {"text": text}, day_of(now))
        is_last = is_card or letter.parts_done + 1 == len(rendered["parts"])
        return Send(text, rendered, is_last=is_last, is_protected=letter.kind == LetterKind.PRIVATE_TEXT)

    async def _viewer(self, session: Session, letter: Letter) -> Viewer:
        return await find_viewer(session, letter.bot_id, letter.user_id or 0)
