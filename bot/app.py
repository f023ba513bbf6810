"""What each verb of the command line starts. The composition root, with bot/service.py: nothing else knows all parts.

Every verb imports what it starts when it is called, so that none pays for the parts of another.
"""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot import logs
from bot.listening import listen
from bot.rules.errors import Problem
from bot.settings import Settings, read_settings

if TYPE_CHECKING:
    from bot.rules.cards import CardOrder

log = logging.getLogger(__name__)


def prepare(environ: Mapping[str, str], verb: str) -> Settings:
    """Read the settings and set up the logs. Raises SettingsError."""
    settings = read_settings(environ)
    logs.set_up(settings.log_level, settings.data_dir, verb)
    return settings


def chatserver(settings: Settings) -> None:
    """The county's own chat server, until SIGTERM or SIGINT. Raises Problem."""
    from bot.chatserver import server
    from bot.chatserver.config import BotSeed, Config, Limits
    from bot.chatserver.store import StoreOutdated

    token, admin = settings.bot_token, settings.chat_admin_token
    config = Config(
        database_url=settings.chat_database_url.get_secret_value(),
        files=settings.data_dir / "chat-files",
        public_url=settings.chat_public_url or f"http://{settings.chat_host}:{settings.chat_port}",
        admin_token=admin.get_secret_value() if admin else None,
        faults=settings.chat_faults,
        limits=Limits() if settings.chat_limits else Limits.off(),
        bots=(BotSeed(token.get_secret_value(), "回音", "huiyin_bot"),) if token else (),
        showcase=dict(_person(entry) for entry in settings.chat_showcase.split(",") if entry.strip()),
        beside=_titled(settings.chat_beside),
        guide=settings.chat_guide,
    )
    with listen(settings.chat_host, settings.chat_port, prefix="HUIYIN_CHAT_") as listening:
        log.info("The chat server is at %s", config.public_url)
        try:
            server.serve(config, listening)
        except StoreOutdated as outdated:
            raise Problem(str(outdated)) from None


def _person(entry: str) -> tuple[str, str]:
    name, _, who = entry.strip().partition(" ")
    return name, who.strip()


def _titled(page: str | None) -> tuple[str, str] | None:
    title, _, address = (page or "").rpartition(" ")
    return (title, address) if page else None


def demo(settings: Settings, *, browser: bool) -> None:
    """The chat server and the service side by side, until SIGTERM or SIGINT. Raises Problem."""
    from bot.demo.run import run

    async def until_a_signal() -> None:
        await run(settings, os.environ, stop_at_a_signal(), browser=browser)

    try:
        asyncio.run(until_a_signal())
    except BaseExceptionGroup as group:
        raise _first_of(group) from group


def migrate(settings: Settings) -> None:
    from rich.console import Console

    from storage.migrate import upgrade

    done = upgrade(settings.database_url.get_secret_value())
    console = Console(highlight=False)
    for step in done.steps:
        console.print(f"{step.revision}: {step.title}")
    console.print(f"{done.before} → {done.after}" if done.steps else f"Nothing to do: at {done.after} already.")


def show_outbox(settings: Settings, most: int) -> None:
    """Raises DatabaseDown."""
    from bot.outbox import show

    show(settings.database_url.get_secret_value(), most)


def show_hot(settings: Settings, most: int) -> None:
    """Raises PolicyFaulty, DatabaseDown."""
    from bot.hot import show
    from bot.policy import read_policy

    show(settings.database_url.get_secret_value(), read_policy(settings.policy), most)


def replay(settings: Settings, update_ids: list[int]) -> None:
    """Raises Problem where one of them is not laid aside; then none is replayed."""
    from bot.outbox import replay

    replay(settings.database_url.get_secret_value(), update_ids)


def doctor(settings: Settings) -> None:
    from bot.doctor import examine

    examine(settings)


def group_messages() -> None:
    """Raises MessagesFaulty."""
    from bot.reading import grouping

    grouping.run(sys.stdin.buffer, sys.stdout)


def redact() -> None:
    """Raises Problem at the end where a line could not be read."""
    from bot.reading.redacting import redact_stdin

    redact_stdin()


def simulate(settings: Settings, scale: float, seed: int, processes: int | None) -> None:
    """Raises Problem."""
    from bot.policy import read_policy
    from bot.simulation import command

    command.simulate(read_policy(settings.policy), scale, seed, processes)


def print_cards(settings: Settings, order: "CardOrder") -> None:
    """Raises Problem."""
    from bot.bot_api import find_start_links
    from bot.cards import command
    from bot.policy import read_policy

    slip_for = read_policy(settings.policy).links.slip
    token = settings.require_bot_token().get_secret_value()
    links = find_start_links(settings.api_base, token, settings.chat_public_url)
    command.print_order(settings.database_url.get_secret_value(), order, links, slip_for)


def run(settings: Settings) -> None:
    """The whole service in one process, until SIGTERM or SIGINT. Raises Problem."""
    import uvloop

    from bot.official_calendar import read_rules
    from storage.migrate import upgrade

    settings.require_bot_token()
    read_rules(settings.policy)
    with listen(settings.host, settings.port) as listening:
        upgrade(settings.database_url.get_secret_value())
        try:
            uvloop.run(_until_a_signal(settings, listening))
        except BaseExceptionGroup as group:
            raise _first_of(group) from group


async def _until_a_signal(settings: Settings, listening: socket.socket) -> None:
    from bot.service import serve

    await serve(settings, listening, stop_at_a_signal())


def stop_at_a_signal() -> asyncio.Event:
    """Set at SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def _first_of(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The Problem that ended the service, else the first error of any kind."""
    problems, others = group.split(Problem)
    found: BaseException = problems or others or group
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    return found
