"""The running service, put together: intake, handlers, courier, clock and pages side by side in one process."""

import asyncio
import logging
import shlex
import socket
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
from bot.web import commitments, pages, server, wall
from bot.words.in_force import WordsInForce
from handlers.dispatcher import dispatcher
from handlers.timers import timers
from nlp.reading import warm_up
from storage.engine import Database

log = logging.getLogger(__name__)


async def serve(settings: Settings, listening: socket.socket, stop: asyncio.Event, clock: Clock = utc_now) -> None:
    """All parts side by side until `stop`; the first that fails ends them all."""
    token = settings.require_bot_token().get_secret_value()
    database = Database(settings.database_url.get_secret_value())
    policy, calendar = read_rules(settings.policy)
    handlers = dispatcher(clock, policy, calendar)
    taps = Taps(courier_bot(token, settings.api_base), clock)
    clockwork = timers(clock, policy, calendar)
    worker = Worker(database, handlers, handler_bot(token), clock, clockwork, answer_tap=taps.answer)
    lease = Lease(f"courier of {settings.bot_id}", utc_now)
    courier = Courier(database, courier_bot(token, settings.api_base), clock, policy, lease)
    lookout = Lookout(database, courier_bot(token, settings.api_base), clock, policy)
    headcount = Headcount(database, courier_bot(token, settings.api_base), clock)
    work = partial(keep_time, database, clock, table(policy, calendar))
    site = Starlette(routes=routes(settings, database, clock))
    words = WordsInForce(database)
    try:
        async with asyncio.TaskGroup() as parts:
            parts.create_task(server.serve(site, listening, stop))
            parts.create_task(courier.run(stop))
            endless = [
                parts.create_task(database.carry_rings()),
                parts.create_task(words.keep_up()),
                parts.create_task(_intake(settings, database, handlers.resolve_used_update_types(), clock)),
                parts.create_task(_fetch_media(settings, database, clock)),
                parts.create_task(while_held(database, Lease(f"clock of {settings.bot_id}", utc_now), work)),
                parts.create_task(while_held(database, Lease(f"lookout of {settings.bot_id}", utc_now), lookout.run)),
                parts.create_task(
                    while_held(database, Lease(f"headcount of {settings.bot_id}", utc_now), headcount.run)
                ),
            ]
            if settings.notify_cmd is not None:
                gate = Gate(database, settings.bot_id, shlex.split(settings.notify_cmd), clock, policy)
                endless.append(parts.create_task(gate.run()))
            await words.look()
            await asyncio.to_thread(warm_up)
            parts.create_task(worker.run(stop))
            log.info("Serving at http://%s:%d for the bot of %s", settings.host, settings.port, settings.api_base)
            await stop.wait()
            for part in endless:
                part.cancel()
            database.arrivals.ring_here()
            database.letters.ring_here()
    finally:
        await taps.close()
        await database.close()


def routes(settings: Settings, database: Database, clock: Clock) -> list[Route]:
    """Every address that the service answers at."""
    policy = read_rules(settings.policy)[0]
    found = [*pages.routes(database), *wall.routes(database, policy), *commitments.routes(database, policy, clock)]
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
