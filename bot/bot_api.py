"""One question to the Bot API, for verbs that do without a client library."""

import httpx

from bot.rules.errors import Problem

_PATIENCE_SECONDS = 5.0


def find_username(api_base: str, token: str) -> str:
    """What our bot is called, without the @. Raises Problem."""
    try:
        answer = httpx.get(f"{api_base}/bot{token}/getMe", timeout=_PATIENCE_SECONDS)
        me = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise Problem(f"{api_base} does not answer ({error}). Check HUIYIN_API_BASE.") from None
    if answer.status_code != httpx.codes.OK:
        raise Problem(f"{api_base} refuses HUIYIN_BOT_TOKEN: {me.get('description', 'no reason given')}.")
    return str(me["result"]["username"])


def has_start_page(base: str, username: str) -> bool:
    """Whether a chat server of our own is there, which opens a phone for whoever follows a card's link."""
    try:
        return httpx.get(f"{base}/start/{username}", timeout=_PATIENCE_SECONDS).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
