"""`huiyin cards`: new tokens, drawn before they are kept, in a file that only its owner may read."""

import asyncio
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from rich.console import Console

from bot.cards.printing import print_cards, qr
from bot.clock import utc_now
from bot.private_file import write_private
from bot.rules.cards import CardKind, CardOrder, HouseholdCard, OfficialCard
from bot.usecases.issue_household_cards import issue_household_cards
from bot.usecases.issue_official_cards import issue_official_cards
from storage.engine import Database, Session
from storage.migrate import upgrade

_HERE_ONLY = {"127.0.0.1", "localhost", "::1", "0.0.0.0"}  # noqa: S104 compared with, not listened on


def print_order(url: str, order: CardOrder, links: str, valid_for: timedelta) -> None:
    """`links` is a card's link up to its token. Raises Problem; then no token was kept and no file written."""
    upgrade(url)
    count = asyncio.run(_issue(url, order, links, valid_for))
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"{count} cards are in {order.output}. Print it on A4 at full size, and cut at the marks.")
    if urlsplit(links).hostname in _HERE_ONLY:
        console.print("Their links lead to this machine alone. For other phones, set HUIYIN_CHAT_PUBLIC_URL.")


async def _issue(url: str, order: CardOrder, links: str, valid_for: timedelta) -> int:
    database = Database(url)
    try:
        async with database.write() as session:
            cards = await _cards(session, order, links, valid_for)
            layout = order.kind or "pair"
            write_private(order.output, await asyncio.to_thread(print_cards, order.grid, layout, cards))
            return len(cards) * len(order.kinds)
    finally:
        await database.close()


async def _cards(session: Session, order: CardOrder, links: str, valid_for: timedelta) -> list[dict[str, Any]]:
    if order.kind == CardKind.OFFICIAL:
        officials = await issue_official_cards(session, order, valid_for, utc_now())
        return [_of_official(card, links) for card in officials]
    households = await issue_household_cards(session, order, valid_for, utc_now())
    return [_of_household(card, links) for card in households]


def _of_household(card: HouseholdCard, links: str) -> dict[str, Any]:
    return {
        "village": card.village,
        "household": " · ".join(filter(None, (card.code, card.address))),
        "head": card.head,
        "cadre": vars(card.cadre),
        "lead": vars(card.lead),
        "last_day": _day(card.last_day),
    } | {str(kind): qr(links + token) for kind, token in card.tokens.items()}


def _of_official(card: OfficialCard, links: str) -> dict[str, Any]:
    return {
        "no": card.no,
        "name": card.name,
        "unit": card.unit,
        "post": card.post,
        "last_day": _day(card.last_day),
        "official": qr(links + card.token),
    }


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
