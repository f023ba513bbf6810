"""Papers that leave as files: written when their letter leaves, from what stands then."""

from dataclasses import dataclass, field

from bot.documents.forwarding import sheet_of_forwarding
from bot.documents.minutes import sheet_of_minutes
from bot.documents.word import write_docx
from bot.rules.errors import NotYours
from bot.rules.terms import Policy
from bot.usecases.find_forwarding import find_forwarding
from bot.usecases.find_minutes import find_minutes
from storage.access import access_appeal
from storage.engine import Session
from storage.models import Letter
from storage.viewers import find_viewer


@dataclass(frozen=True)
class Paper:
    name: str
    content: bytes = field(repr=False)


async def write_paper(session: Session, policy: Policy, letter: Letter) -> Paper:
    """Raises NotYours where there is nothing, or the reader may not have it any more."""
    if letter.data["document"] == "minutes":
        return await _minutes(session, policy, letter.data["meeting"])
    viewer = await find_viewer(session, letter.bot_id, letter.user_id or letter.chat_id)
    view = await access_appeal(session, viewer, letter.appeal_id or 0)
    forwarding = await find_forwarding(session, policy, view) if view.is_public else None
    if forwarding is None:
        raise NotYours
    return Paper(f"{forwarding.number}.docx", write_docx(sheet_of_forwarding(forwarding)))


async def _minutes(session: Session, policy: Policy, meeting_id: int) -> Paper:
    minutes = await find_minutes(session, policy, meeting_id)
    if minutes is None:
        raise NotYours
    return Paper(f"{minutes.grid}-{minutes.no}.docx", write_docx(sheet_of_minutes(minutes)))
