"""The running service, put together: intake, handlers, courier, clock and pages side by side in one process."""

import asyncio
import logging
import shlex
import socket
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial

from starlette.applications import Starlette
from starlette.routing import Route

from bot.clock import Clock, utc_now
from bot.delivery.courier import Courier
from bot.delivery.gate import Gate
from bot.delivery.headcount import Headcount
from bot.delivery.lookout import Lookout
from bot.delivery.taps import Taps
from bot.delivery.telegram_bot import courier_bot
from bot.intake import webhook
from bot.intake.media import Fetcher
from bot.intake.poller import Poller
from bot.intake.telegram_bot import handler_bot, network_bot
from bot.intake.worker import Worker
from bot.lease import Lease, while_held
from bot.official_calendar import read_rules
from bot.schedule import keep_time, table
from bot.settings import Settings
from bot.usecases.at_desk import DeskRules
from bot.web import commitments, pages, server, wall
from bot.web.desk import site as desk
from bot.words.in_force import WordsInForce
from handlers.dispatcher import dispatcher
from handlers.timers import timers
from nlp.reading import warm_up
from storage.engine import Database, DatabaseDown

log = logging.getLogger(__name__)


async def serve(settings: Settings, listening: socket.socket, stop: asyncio.Event, clock: Clock = utc_now) -> None:
    """All parts side by side until `stop`; the first that fails ends them all."""
    token = settings.require_bot_token().get_secret_value()
    database = Database(settings.database_url.get_secret_value())
    policy, calendar = read_rules(settings.policy)
    handlers = dispatcher(clock, policy, calendar, settings.public_url)
    taps = Taps(courier_bot(token, settings.api_base), clock)
    clockwork = timers(clock, policy, calendar)
    worker = Worker(database, handlers, handler_bot(token), clock, clockwork, answer_tap=taps.answer)
    courier = Courier(
        database, courier_bot(token, settings.api_base), clock, policy, Lease(f"courier of {settings.bot_id}", utc_now)
    )
    words = WordsInForce(database)
    endless = [
        database.carry_rings(),
        words.keep_up(),
        _intake(settings, database, handlers.resolve_used_update_types(), clock),
        _fetch_media(settings, database, clock),
        *_rounds(settings, database, clock),
    ]
    try:
        async with asyncio.TaskGroup() as parts:
            running = [parts.create_task(part) for part in endless]
            parts.create_task(server.serve(site(settings, database, clock), listening, stop))
            parts.create_task(courier.run(stop))
            await words.look()
            await asyncio.to_thread(warm_up)
            parts.create_task(worker.run(stop))
            log.info("Serving at http://%s:%d for the bot of %s", settings.host, settings.port, settings.api_base)
            await stop.wait()
            for part in running:
                part.cancel()
            database.arrivals.ring_here()
            database.letters.ring_here()
    finally:
        await taps.close()
        await database.close()


def _rounds(settings: Settings, database: Database, clock: Clock) -> list[Coroutine[None, None, None]]:
    """What one process does for all that share the database, and the county's own gate."""
    token, bot_id = settings.require_bot_token().get_secret_value(), settings.bot_id
    policy, calendar = read_rules(settings.policy)
    work: dict[str, Callable[[], Awaitable[None]]] = {
        "clock": partial(keep_time, database, clock, table(policy, calendar)),
        "lookout": Lookout(database, courier_bot(token, settings.api_base), clock, policy).run,
        "headcount": Headcount(database, courier_bot(token, settings.api_base), clock).run,
    }
    rounds = [while_held(database, Lease(f"{name} of {bot_id}", utc_now), run) for name, run in work.items()]
    if settings.notify_cmd is not None:
        rounds.append(Gate(database, bot_id, shlex.split(settings.notify_cmd), clock, policy).run())
    return rounds


def site(settings: Settings, database: Database, clock: Clock) -> Starlette:
    """All pages; while the database does not answer they say so."""
    return Starlette(routes=routes(settings, database, clock), exception_handlers={DatabaseDown: pages.busy})


def routes(settings: Settings, database: Database, clock: Clock) -> list[Route]:
    """Every address that the service answers at."""
    rules = DeskRules(*read_rules(settings.policy))
    found = [
        *pages.routes(database),
        *wall.routes(database, rules.policy),
        *commitments.routes(database, rules.policy, clock),
        *desk.routes(database, rules, clock, settings.public_url),
    ]
    if settings.webhook_secret is not None:
        secret = settings.webhook_secret.get_secret_value()
        found.append(webhook.route(database, settings.bot_id, secret, clock))
    return found


async def _intake(settings: Settings, database: Database, kinds: list[str], clock: Clock) -> None:
    token = settings.require_bot_token().get_secret_value()
    async with network_bot(token, settings.api_base) as bot:
        if settings.webhook_secret is None:
            lease = Lease(f"poller of {settings.bot_id}", utc_now)
            await while_held(database, lease, Poller(bot, database, kinds, clock).run)
        else:
            address = f"{settings.public_url}{webhook.PATH}"
            await webhook.announce(bot, address, settings.webhook_secret.get_secret_value(), kinds)


async def _fetch_media(settings: Settings, database: Database, clock: Clock) -> None:
    token = settings.require_bot_token().get_secret_value()
    async with network_bot(token, settings.api_base) as bot:
        await Fetcher(database, bot, settings.data_dir / "media", clock).run()
