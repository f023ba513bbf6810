"""Somebody could not be reached by chat: whoever holds the matter phones or visits."""

from datetime import datetime

from bot.rules.numbers import number_for_officials
from bot.usecases.turn import Post
from storage.access import find_holding_officials
from storage.engine import Session
from storage.models import Account, Appeal, Household, Letter
from storage.officials import list_accounts_of_official


async def tell_unreached(session: Session, letter: Letter, now: datetime) -> None:
    """Only of letters about an appeal that its author did not get, and nothing of what they said."""
    appeal = await session.get(Appeal, letter.appeal_id) if letter.appeal_id is not None else None
    if appeal is None or not await _is_author(session, appeal, letter):
        return
    household = await session.get_one(Household, appeal.household_id)
    post = Post(session, now, occasion=f"unreached:{letter.id}")
    for official in sorted(await find_holding_officials(session, appeal)):
        for account in await list_accounts_of_official(session, official):
            await post.tell(
                account,
                "unreached",
                about=appeal.id,
                number=number_for_officials(appeal.series, appeal.number),
                head=household.head,
                phone=household.phone or "",
            )


async def _is_author(session: Session, appeal: Appeal, letter: Letter) -> bool:
    author = await session.get(Account, appeal.account_id) if appeal.account_id is not None else None
    return author is not None and (author.bot_id, author.chat_id) == (letter.bot_id, letter.chat_id)
