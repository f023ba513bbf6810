"""Somebody was not reached by chat: whoever holds the matter phones or visits."""

from datetime import datetime
from typing import Any

from bot.rules.buttons import Button
from bot.rules.numbers import COUNTY_SERIES, number_for_officials
from bot.usecases.turn import Post
from storage.access import find_holding_officials
from storage.barred import find_barred
from storage.engine import Session
from storage.households import access_household
from storage.models import Account, Appeal, Letter
from storage.officials import list_accounts_of_official
from storage.text_messages import add_text_message


async def tell_unreached(session: Session, letter: Letter, now: datetime) -> None:
    """Only of letters about an appeal that its author did not get, and nothing of what they said."""
    appeal = await session.get(Appeal, letter.appeal_id) if letter.appeal_id is not None else None
    if appeal is not None and await _is_author(session, appeal, letter):
        await _send_out(Post(session, now, occasion=f"unreached:{letter.id}"), appeal, letter, "unreached")


async def tell_unseen(session: Session, letter_id: int, now: datetime) -> None:
    """The same of an author's letter that arrived and that they have not looked at."""
    letter = await session.get_one(Letter, letter_id)
    appeal = await session.get_one(Appeal, letter.appeal_id)
    await _send_out(Post(session, now, occasion=f"unseen:{letter_id}"), appeal, letter, "unseen")


async def _send_out(post: Post, appeal: Appeal, letter: Letter, wording: str) -> None:
    """Whose a private appeal is, they see when they open it, by a tap that is logged. The household's number is not
    its author's alone: of such an appeal nothing goes there."""
    data: dict[str, Any] = {"number": number_for_officials(appeal.series, appeal.number)}
    buttons = []
    if appeal.is_private or appeal.series == COUNTY_SERIES or await find_barred(post.session, appeal.id):
        wording, buttons = f"{wording}-private", [Button("card-open", "open", appeal.id, appeal.epoch)]
    else:
        household = await access_household(post.session, appeal.household_id)
        data |= {"head": household.head, "phone": household.phone or ""}
        await add_text_message(post.session, letter, post.now)
    for official in sorted(await find_holding_officials(post.session, appeal)):
        for account in await list_accounts_of_official(post.session, official):
            await post.tell(account, wording, buttons=buttons, about=appeal.id, **data)


async def _is_author(session: Session, appeal: Appeal, letter: Letter) -> bool:
    author = await session.get(Account, appeal.account_id) if appeal.account_id is not None else None
    return author is not None and (author.bot_id, author.chat_id) == (letter.bot_id, letter.chat_id)
