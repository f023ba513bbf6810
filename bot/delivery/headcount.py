"""Asks the Bot API who is in grids' groups: those who were there before the bot came are told by no update."""

import logging
from collections.abc import Iterable, Sequence

from telegram import ChatMember
from telegram.error import BadRequest, TelegramError

from bot.clock import Clock
from bot.delivery.rounds import go_rounds
from bot.delivery.telegram_bot import CourierBot
from bot.usecases.count_forum import count_forum, put_off_count, whom_to_ask_about
from bot.usecases.turn import Post
from storage.engine import Database, Session
from storage.forums import list_forums_to_count

log = logging.getLogger(__name__)

_EVERY_SECONDS = 5.0
_AT_ONCE = 20
_AWAY = (ChatMember.LEFT, ChatMember.BANNED)


class Headcount:
    """How many, and where that is not who is known to be there, which officials are."""

    def __init__(self, database: Database, bot: CourierBot, clock: Clock) -> None:
        self._database = database
        self._bot = bot
        self._bot_id = int(bot.token.partition(":")[0])
        self._clock = clock

    async def run(self) -> None:
        """Until cancelled."""
        await go_rounds(self._bot, self.look, _EVERY_SECONDS, "who is in the grids' groups")

    async def look(self) -> None:
        """Once, at each group whose time has come."""
        async with self._database.read() as session:
            due = await list_forums_to_count(session, self._bot_id, self._clock(), _AT_ONCE)
        for forum in due:
            try:
                await self._count(forum.id, forum.chat_id)
            except TelegramError as error:
                log.warning("Group of forum %d: %s", forum.id, error)
                async with self._database.write() as session:
                    await put_off_count(self._post(session, forum.id), forum.id)
        if due:
            self._database.letters.ring()

    async def _count(self, forum_id: int, chat_id: int) -> None:
        members = await self._bot.get_chat_member_count(chat_id)
        async with self._database.read() as session:
            asked = await whom_to_ask_about(session, forum_id, members)
        present = await self._present(chat_id, asked)
        async with self._database.write() as session:
            await count_forum(self._post(session, forum_id), forum_id, members, asked, present)

    def _post(self, session: Session, forum_id: int) -> Post:
        now = self._clock()
        return Post(session, now, f"headcount:{forum_id}:{now.timestamp():.3f}")

    async def _present(self, chat_id: int, asked: Iterable[int]) -> Sequence[int]:
        return [user_id for user_id in asked if await self._is_there(chat_id, user_id)]

    async def _is_there(self, chat_id: int, user_id: int) -> bool:
        try:
            member = await self._bot.get_chat_member(chat_id, user_id)
        except BadRequest:
            return False  # whoever never was there is nobody to the Bot API
        return member.status not in _AWAY and getattr(member, "is_member", True)
