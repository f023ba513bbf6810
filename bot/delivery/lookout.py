"""Asks the chat server what people have seen, and has somebody phone or visit whoever has not."""

import logging
from collections.abc import Iterable

from telegram.error import BadRequest, EndPointNotFound, Forbidden, TelegramError

from bot.clock import Clock
from bot.delivery.rounds import go_rounds
from bot.delivery.telegram_bot import CourierBot
from bot.rules.terms import Policy
from bot.usecases.tell_unreached import tell_unseen
from storage.engine import Database
from storage.sightings import Arrived, Overdue, list_to_ask_about, record_seen_letters, record_unseen_letters

log = logging.getLogger(__name__)

_EVERY_SECONDS = 20.0
_AT_ONCE = 100


class Lookout:
    """Only the county's own chat server tells a bot of reading (docs/chatserver.md); on Telegram nobody is asked."""

    def __init__(self, database: Database, bot: CourierBot, clock: Clock, policy: Policy) -> None:
        self._database = database
        self._bot = bot
        self._bot_id = int(bot.token.partition(":")[0])
        self._clock = clock
        self._policy = policy

    async def run(self) -> None:
        """Until cancelled, or until the Bot API says that it does not tell."""
        try:
            await go_rounds(self._bot, self.look, _EVERY_SECONDS, "what people have seen")
        except EndPointNotFound:
            log.info("The Bot API does not tell what people have seen: unread letters are not followed up.")

    async def look(self) -> None:
        """Once. Raises TelegramError, and EndPointNotFound where the Bot API does not tell."""
        async with self._database.read() as session:
            arrived = await list_to_ask_about(session, self._bot_id, self._overdue(), _AT_ONCE)
        read = {chat_id: await self._read_up_to(chat_id) for chat_id in sorted({one.chat_id for one in arrived})}
        if arrived:
            await self._record(arrived, read)

    def _overdue(self) -> Overdue:
        now, reach = self._clock(), self._policy.reach
        return Overdue(now - reach.look_back, now - reach.unseen, now - self._policy.danger.unseen)

    async def _read_up_to(self, chat_id: int) -> int:
        try:
            answer = await self._bot.do_api_request("getReadUpTo", api_kwargs={"chat_id": chat_id})
        except (BadRequest, Forbidden):
            return 0  # a chat that is not there shows nothing to anybody
        if not isinstance(answer, dict) or not isinstance(answer.get("message_id"), int):
            raise TelegramError("getReadUpTo was answered by something else")
        return int(answer["message_id"])

    async def _record(self, arrived: Iterable[Arrived], read: dict[int, int]) -> None:
        async with self._database.write() as session:
            await record_seen_letters(
                session, [one.letter_id for one in arrived if one.message_id <= read[one.chat_id]]
            )
            for one in arrived:
                unseen = await record_unseen_letters(session, self._bot_id, one, read[one.chat_id])
                if unseen:
                    await tell_unseen(session, one.letter_id, self._clock())
        self._database.letters.ring()
