"""What setWebhook asks for, checked as the official server in local mode checks it (Client.cpp:16001)."""

import asyncio
import ipaddress
import re
import socket
from dataclasses import replace

import httpx

from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.delivery.posting import webhook_address
from bot.chatserver.errors import BadRequest
from bot.chatserver.world.webhooks import Webhook

_HOST = re.compile(r"[\w.:-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


def read_webhook(arguments: Arguments) -> Webhook | None:
    """The webhook as it is asked for, unchecked; None when none is wanted."""
    url = arguments.text("url")
    if not url:
        return None
    ip_address = arguments.text("ip_address")
    return Webhook(
        url,
        arguments.integer("max_connections", 40, 1, 100),
        arguments.text("secret_token"),
        ip_address,
        fixed_ip=bool(ip_address),
    )


async def check_webhook(webhook: Webhook, arguments: Arguments) -> Webhook:
    """The webhook with the address of its host.

    :raises BadRequest: it can't be posted to, or not safely.
    """
    url = _check_url(webhook.url)
    if len(webhook.secret_token) > 256:
        raise BadRequest("secret token is too long")
    if not _SECRET.fullmatch(webhook.secret_token):
        raise BadRequest("secret token contains unallowed characters")
    if arguments.text("certificate") or "certificate" in arguments.uploads:
        raise BadRequest("bad webhook: this server takes no certificates; let its machine trust the issuer instead")
    address = _fixed(webhook.ip_address) if webhook.fixed_ip else await _resolve(url)
    # What villagers say must not cross the Internet in the clear; inside the house or the county's network it may.
    if url.scheme == "http" and not ipaddress.ip_address(address).is_private:
        raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
    return replace(webhook, ip_address=address)


def _check_url(given: str) -> httpx.URL:
    try:
        url = httpx.URL(webhook_address(given))
    except (httpx.InvalidURL, ValueError):
        raise BadRequest("invalid webhook URL specified") from None
    known = url.scheme in {"http", "https"} and _HOST.fullmatch(url.host) and url.host != "."
    if not known or (url.port is not None and not 0 < url.port < 65536):
        raise BadRequest("invalid webhook URL specified")
    return url


def _fixed(ip_address: str) -> str:
    try:
        return str(ipaddress.ip_address(ip_address))
    except ValueError:
        raise BadRequest("bad webhook: Invalid IP address specified") from None


async def _resolve(url: httpx.URL) -> str:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise BadRequest(f"bad webhook: Failed to resolve host: {error.strerror}") from None
    except UnicodeError:
        raise BadRequest("bad webhook: Failed to resolve host: Name or service not known") from None
    addresses = sorted(found, key=lambda entry: entry[0] != socket.AF_INET)
    return str(addresses[0][4][0]).partition("%")[0]
