"""The links that a button may have, in TDLib's normal form (LinkManager.cpp:check_link, HttpUrl.cpp:parse_url)."""

import re

from bot.chatserver.botapi.fields import as_refusal

_SCHEME = re.compile(r"([^:/?#@\[\]]*)://")
_AUTHORITY = re.compile(r"(?:(?P<user>[^/?#]*)@)?(?P<host>\[[^\]/?#]*\]|[^/?#@:]*)(?::(?P<port>[^/?#]*))?(?=[/?#]|$)")
_PART = re.compile(r"(?:[A-Za-z0-9._!$,~*'();&+=:-]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")
_OWN_SCHEMES = ("tg:", "ton:", "tonsite:")
_USER = re.compile(r"tg:(?://)?user/?\?(?:[^#]*&)?id=(\d{1,18})(?:[&#]|$)", re.IGNORECASE)


def read_link(link: str, what: str, *, only_https: bool = False) -> str:
    """The link in its normal form. `what` begins the refusal: "Inline keyboard button"."""
    try:
        return _normal(link, only_https=only_https)
    except ValueError as error:
        raise as_refusal(f"{what} URL '{link}' is invalid: {error}") from None


def linked_user(link: str) -> int | None:
    """The user of `tg://user?id=…`."""
    found = _USER.match(link)
    return int(found.group(1)) if found else None


def _normal(link: str, *, only_https: bool) -> str:
    own = next((scheme for scheme in _OWN_SCHEMES if link.lower().startswith(scheme)), "")
    rest = link[len(own) :].removeprefix("//") if own else link
    scheme, rest = _split_scheme(rest)
    if only_https and (own or scheme != "https"):
        raise ValueError("Only HTTPS links are allowed")
    host, path = _split_host(rest)
    if own:
        return f"{own}//{host}{path.removeprefix('/') if path.startswith('/?') else path}"
    if "." not in host and not host.startswith("["):
        raise ValueError("Wrong HTTP URL")
    return f"{scheme}://{host}{path}"


def _split_scheme(link: str) -> tuple[str, str]:
    found = _SCHEME.match(link)
    if found is None:
        return "http", link
    scheme = found.group(1).lower()
    if scheme not in {"http", "https"}:
        raise ValueError("Unsupported URL protocol")
    return scheme, link[found.end() :]


def _split_host(link: str) -> tuple[str, str]:
    found = _AUTHORITY.match(link)
    if found is None:
        raise ValueError("Disallowed character in URL host")
    host, user, port = found["host"].lower(), found["user"] or "", found["port"]
    if port is not None and not (port.isascii() and port.isdigit() and 0 < int(port[:9]) < 65_536):
        raise ValueError("Wrong port number specified in the URL")
    if host in {"", "."}:
        raise ValueError("URL host is empty" if not host else "Host is invalid")
    if not host.startswith("[") and not _PART.fullmatch(host + user):
        raise ValueError("Disallowed character in URL host")
    shown = (f"{user}@" if user else "") + host + (f":{int(port)}" if port else "")
    return shown, _path(link[found.end() :].rstrip())


def _path(given: str) -> str:
    path = given if given.startswith("/") else "/" + given
    return "".join(f"%{ord(letter):02X}" if letter <= " " else letter for letter in path)
