"""What our bot is called and where it is met, for verbs that do without a client library."""

import httpx

from bot.rules.errors import Problem

TELEGRAM = "https://api.telegram.org"
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


def find_start_links(api_base: str, token: str, chat_public_url: str | None) -> str:
    """What a card's link is, up to the card's own token. Telegram's, unless a chat server of our own is there.

    Raises Problem where nobody says what our bot is called.
    """
    username = find_username(api_base, token)
    if chat_public_url is not None:
        return f"{chat_public_url}/start/{username}?start="
    if api_base != TELEGRAM and _has_start_page(api_base, username):
        return f"{api_base}/start/{username}?start="
    return f"https://t.me/{username}?start="


def _has_start_page(base: str, username: str) -> bool:
    """A Bot API server of Telegram's own make has none."""
    try:
        return httpx.get(f"{base}/start/{username}", timeout=_PATIENCE_SECONDS).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
