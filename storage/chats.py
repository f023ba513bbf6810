"""A chat that goes on under another id."""

from sqlalchemy import update

from storage.engine import Session
from storage.models import Account, Forum, Letter, LetterState, OpenQuestion

_WAITING = (LetterState.PENDING, LetterState.UNCERTAIN)


async def record_migrated(session: Session, bot_id: int, chat_id: int, new_chat_id: int) -> None:
    """Whatever waits for the chat goes to the new one (Bot API, ResponseParameters.migrate_to_chat_id). Messages
    that stand in the old one keep their numbers there: the new one counts its own."""
    for model in (Account, OpenQuestion, Forum):
        await session.execute(update(model).filter_by(bot_id=bot_id, chat_id=chat_id).values(chat_id=new_chat_id))
    await session.execute(
        update(Letter)
        .filter_by(bot_id=bot_id, chat_id=chat_id)
        .where(Letter.state.in_(_WAITING))
        .values(chat_id=new_chat_id)
    )
