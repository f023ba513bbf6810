"""到电脑上开: the chat gives a lead the code by which the desk on the web lets them in."""

import secrets
from datetime import timedelta

from bot.rules.errors import NotYours
from bot.usecases.acting import acting_account
from bot.usecases.at_desk import list_led
from bot.usecases.enter_desk import SIGNS
from bot.usecases.study_items import viewer_of
from bot.usecases.tokens import token_hash
from bot.usecases.turn import Toast, Turn
from storage.desk_visits import add_invitation

_HALF = 4
_MINUTE = timedelta(minutes=1)


async def invite_to_desk(turn: Turn) -> Toast:
    """Of eight signs, for some minutes and one use. Raises NotYours for whoever leads nothing."""
    if not await list_led(turn.session, await viewer_of(turn)):
        raise NotYours
    code = "".join(secrets.choice(SIGNS) for _ in range(2 * _HALF))  # 40 bits; nobody tries so many in minutes
    lasts = turn.policy.desk.code
    await add_invitation(turn.session, (await acting_account(turn)).id, token_hash(code), turn.now, turn.now + lasts)
    said = f"{code[:_HALF]} {code[_HALF:]}"
    await turn.answer("desk-invited", site=turn.site or "none", code=said, minutes=lasts // _MINUTE)
    return Toast("study-toast")
