"""To whoever acts, or to somebody else: an answer to what one just did is not held back at night."""

from collections.abc import Sequence
from typing import Any

from bot.rules.buttons import Button
from bot.usecases.turn import Turn
from storage.models import Account


async def say(
    turn: Turn,
    account: Account,
    wording: str,
    *,
    buttons: Sequence[Button] = (),
    menu: Sequence[str] = (),
    **data: object,
) -> None:
    values: dict[str, Any] = data
    if (account.user_id, account.chat_id) == (turn.who.user_id, turn.who.chat_id):
        await turn.answer(wording, buttons=buttons, menu=menu, **values)
    else:
        await turn.tell(account, wording, buttons=buttons, menu=menu, **values)
