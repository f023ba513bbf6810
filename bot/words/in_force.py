"""The service reads by the newest version of the county's words, and takes up a newer one without a restart."""

import asyncio
import logging
from datetime import timedelta

from nlp.county_words import use_words
from storage.engine import Database
from storage.word_versions import find_version_in_force

log = logging.getLogger(__name__)
EVERY = timedelta(seconds=10)


class WordsInForce:
    """Each process has its own: what it looks for costs one row, and nobody has to be told."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._no: int | None = None

    async def look(self) -> None:
        """Whatever goes wrong is logged, and texts are read as before: a text is never kept waiting for words."""
        try:
            async with self._database.read() as session:
                version = await find_version_in_force(session)
            if version.no != self._no:
                use_words(version.changes)
                self._no = version.no
                log.info("Texts are read by version %d of the county's words", version.no)
        except Exception:
            log.exception("The county's words were not looked up; that is tried again in %s", EVERY)

    async def keep_up(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(EVERY.total_seconds())
            await self.look()
