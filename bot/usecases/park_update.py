"""An update that failed too often is laid aside, so that its chat can go on."""

from datetime import datetime

from bot.rules.people import DEFAULT_LANGUAGE
from storage.engine import Session
from storage.inbox import record_parked
from storage.letters import Notice, add_notice
from storage.models import InboxUpdate


async def park_update(session: Session, update: InboxUpdate, error: str, now: datetime) -> None:
    """Keeps its contents for an operator; the person who wrote it is told that nothing is lost."""
    await record_parked(session, update, error, now)
    if not _from_a_person(update):
        return
    notice = Notice(
        bot_id=update.bot_id,
        chat_id=update.lane,
        wording="busy",
        language=DEFAULT_LANGUAGE,
        data={},
        occasion=str(update.update_id),
    )
    await add_notice(session, notice, now)


def _from_a_person(update: InboxUpdate) -> bool:
    return update.kind in {"message", "callback_query"} and update.lane > 0
