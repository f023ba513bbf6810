"""Files that were sent, fetched to the county's own folder right after the commit that tells of them."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramNotFound

from bot.clock import Clock
from bot.intake.metadata import without_metadata
from storage.engine import Database, DatabaseDown
from storage.media import (
    has_waiting_media,
    list_waiting_media,
    record_media_failed,
    record_media_fetching,
    record_media_kept,
)
from storage.models import Media

log = logging.getLogger(__name__)

_AT_ONCE = 4
_MOST_ATTEMPTS = 12
_PATIENCE_SECONDS = 30
_LONGEST_PAUSE = timedelta(hours=1)


class Fetcher:
    """A file that cannot be fetched is tried again with growing pauses, for some hours."""

    def __init__(self, database: Database, bot: Bot, folder: Path, clock: Clock) -> None:
        self._database = database
        self._bot = bot
        self._folder = folder
        self._clock = clock

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                claimed = await self._claim()
                await asyncio.gather(*(self._fetch(media) for media in claimed))
            except DatabaseDown as down:
                log.warning("%s Files wait.", down)
                claimed = []
            if not claimed:
                await self._database.media.wait()

    async def _claim(self) -> Sequence[Media]:
        """Seldom there is anything: then the one writer of the database is left in peace."""
        async with self._database.read() as session:
            if not await has_waiting_media(session, self._bot.id, self._clock()):
                return ()
        async with self._database.write() as session:
            waiting = await list_waiting_media(session, self._bot.id, self._clock(), _AT_ONCE)
            for media in waiting:
                await record_media_fetching(session, media, self._clock() + _pause(media.attempts + 1))
        return waiting

    async def _fetch(self, media: Media) -> None:
        try:
            data = await asyncio.to_thread(without_metadata, await self._download(media))
            path = await asyncio.to_thread(self._keep, media, data)
        except (TelegramBadRequest, TelegramNotFound) as refused:
            await self._give_up(media, f"{type(refused).__name__}: {refused.message}")
        except (AiogramError, OSError, TimeoutError) as error:
            name = type(error).__name__
            log.warning("File %d was not fetched at attempt %d (%s).", media.id, media.attempts, name)
            if media.attempts >= _MOST_ATTEMPTS:
                await self._give_up(media, name)
        else:
            async with self._database.write() as session:
                await record_media_kept(session, media.id, path, len(data), media.mime)

    async def _download(self, media: Media) -> bytes:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            file = await self._bot.get_file(media.file_id)
            stream = await self._bot.download_file(file.file_path or "")
        return stream.read() if stream else b""

    def _keep(self, media: Media, data: bytes) -> str:
        """Whole or not at all: the name appears when all bytes are there."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / str(media.id)
        path.with_suffix(".part").write_bytes(data)
        path.with_suffix(".part").replace(path)
        return path.name

    async def _give_up(self, media: Media, why: str) -> None:
        log.error("File %d is given up: %s", media.id, why)
        async with self._database.write() as session:
            await record_media_failed(session, media.id, why, None)


def _pause(attempt: int) -> timedelta:
    """Longer than one attempt may take, so that no file is fetched twice at a time."""
    return min(_LONGEST_PAUSE, timedelta(seconds=_PATIENCE_SECONDS << attempt))
