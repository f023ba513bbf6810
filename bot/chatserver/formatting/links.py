import re

from bot.chatserver.formatting.dates import format_in_markup
from bot.chatserver.formatting.numbers import ascii_lower, exact_int
from bot.chatserver.formatting.web_address import AddressError, parse_web_address

MAX_USER_ID = (1 << 40) - 1
_INNER = re.compile(r"(?s)(tg|tonsite|ton):(?://)?(.*)", re.IGNORECASE | re.ASCII)
_INNER_HOST = re.compile(r"[a-z0-9_-]*")
_TONSITE_HOST = re.compile(r"[a-z0-9_.-]*")
_QUESTION = re.compile(r"(?s)tg:(?://)?([a-z]+)/?\?([^#]*)", re.IGNORECASE | re.ASCII)


def check_link(link: str) -> str:
    """The link of a text_link as it is kept; AddressError says why not (LinkManager.cpp, check_link_impl)."""
    inner = _INNER.fullmatch(link)
    if inner is not None:
        return _check_inner(ascii_lower(inner[1]), inner[2])
    address = parse_web_address(link)
    if "." not in address.host and not address.is_ipv6:
        raise AddressError("Wrong HTTP URL")
    return str(address)


def user_in(link: str) -> int | None:
    """N of tg://user?id=N, if that can be a user (LinkManager.cpp, get_link_user_id)."""
    number = exact_int(_asked(ascii_lower(link), "user").get("id", ""), 64)
    return number if number is not None and is_user_id(number) else None


def emoji_in(link: str) -> int | None:
    """N of tg://emoji?id=N."""
    return exact_int(_asked(link, "emoji").get("id", ""), 64) or None


def date_in(link: str) -> tuple[int, str] | None:
    """The time and the format of tg://time?unix=T&format=F."""
    asked = _asked(link, "time", last=True)
    unix = exact_int(asked.get("unix", ""), 32) or 0
    letters = format_in_markup(asked.get("format", ""))
    return (unix, letters) if unix > 0 and letters is not None else None


def is_user_id(number: int) -> bool:
    return 0 < number <= MAX_USER_ID


def _check_inner(scheme: str, rest: str) -> str:
    address = parse_web_address(rest)
    plain = address.scheme == "http" and not ascii_lower(rest).startswith("http://")
    if not plain or address.user or address.port or address.is_ipv6:
        raise AddressError("Wrong tg URL" if scheme == "tg" else "Wrong ton URL")
    allowed = _TONSITE_HOST if scheme == "tonsite" else _INNER_HOST
    if allowed.fullmatch(address.host) is None:
        raise AddressError("Unallowed characters in URL host")
    path = address.path.removeprefix("/") if address.path.startswith("/?") else address.path
    return f"{scheme}://{address.host}{path}"


def _asked(link: str, host: str, *, last: bool = False) -> dict[str, str]:
    """The parameters of a tg: link to the host; of two with one name the first counts, or the last."""
    question = _QUESTION.match(link)
    if question is None or ascii_lower(question[1]) != host:
        return {}
    pairs = [(name, value) for name, _, value in (part.partition("=") for part in question[2].split("&"))]
    return dict(pairs if last else reversed(pairs))
