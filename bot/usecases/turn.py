"""One person's one act, as every use case gets it."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.people import Person
from storage.engine import Session
from storage.letters import Notice, add_notice


@dataclass(frozen=True)
class Turn:
    """Who acts, when, in which transaction; `occasion` tells this act from every other of the same bot."""

    session: Session
    who: Person
    now: datetime
    occasion: str

    async def answer(self, wording: str, **data: object) -> None:
        """Write a notice to the one who acts; it leaves only if the transaction is kept."""
        notice = Notice(
            bot_id=self.who.bot_id,
            chat_id=self.who.chat_id,
            wording=wording,
            language=self.who.language,
            data=data,
            occasion=self.occasion,
        )
        await add_notice(self.session, notice, self.now)
