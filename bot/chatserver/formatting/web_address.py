import re
from ipaddress import AddressValueError, IPv6Address
from typing import NamedTuple

from bot.chatserver.formatting.numbers import ascii_lower, exact_int

_SCHEME = re.compile(r"([^:/?#@\[\]]*)://")
_AUTHORITY = re.compile(r"[^/?#]*")
_PORT = re.compile(r"(?s)(.+):([^:\]@]*)")
_HOST = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=\x80-\U0010ffff]|%[0-9A-Fa-f]{2})*")
_USER = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=:\x80-\U0010ffff]|%[0-9A-Fa-f]{2})*")
_CONTROL = re.compile(r"[\x00-\x20]")
_SPACE = " \t\r\n\0\v"


class AddressError(ValueError):
    """Why this is no address of the web, in the official server's words."""


class WebAddress(NamedTuple):
    scheme: str
    user: str
    host: str
    port: int
    path: str

    @property
    def is_ipv6(self) -> bool:
        return self.host.startswith("[")

    def __str__(self) -> str:
        user = f"{self.user}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        return f"{self.scheme}://{user}{self.host}{port}{self.path}"


def parse_web_address(link: str) -> WebAddress:
    """Reads [http[s]://][user@]host[:port][path]; the path has at least a slash (HttpUrl.cpp, parse_url)."""
    scheme, rest = _split_scheme(link)
    authority = _AUTHORITY.match(rest)
    place = authority[0] if authority else ""
    path = rest[len(place) :].rstrip(_SPACE)
    place, port = _split_port(place)
    user, _, host = place.rpartition("@")
    host = ascii_lower(host)
    _check_host(host)
    if not host.startswith("["):
        _check_part(user, "userinfo", _USER)
    path = path if path.startswith("/") else f"/{path}"
    return WebAddress(scheme, user, host, port, _CONTROL.sub(lambda found: f"%{ord(found[0]):02X}", path))


def _split_scheme(link: str) -> tuple[str, str]:
    scheme = _SCHEME.match(link)
    if scheme is None:
        return "http", link
    name = ascii_lower(scheme[1])
    if name not in {"http", "https"}:
        raise AddressError("Unsupported URL protocol")
    return name, link[scheme.end() :]


def _split_port(place: str) -> tuple[str, int]:
    found = _PORT.fullmatch(place)
    if found is None:
        return place, 0
    port = exact_int(found[2].lstrip("0"), 32) or 0
    if not 0 < port <= 65535:
        raise AddressError("Wrong port number specified in the URL")
    return found[1], port


def _check_host(host: str) -> None:
    if host.startswith("[") and host.endswith("]"):
        _check_ipv6(host[1:-1])
    elif not host:
        raise AddressError("URL host is empty")
    elif host == ".":
        raise AddressError("Host is invalid")
    else:
        _check_part(host, "host", _HOST)


def _check_ipv6(host: str) -> None:
    try:
        scope = IPv6Address(host).scope_id
    except AddressValueError:
        scope = host
    if scope is not None:
        raise AddressError("Wrong IPv6 address specified in the URL")


def _check_part(part: str, name: str, allowed: re.Pattern[str]) -> None:
    good = allowed.match(part)
    end = good.end() if good else 0
    if end == len(part):
        return
    if part[end] == "%":
        raise AddressError(f"Wrong percent-encoded symbol in URL {name}")
    raise AddressError(f"Disallowed character in URL {name}")
