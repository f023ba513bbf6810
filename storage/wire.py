"""Carries rings between the processes that share a PostgreSQL, by LISTEN and NOTIFY.

A ring is sent after the commit that it tells of and not within it: a commit that notifies waits for all others that
do (PostgreSQL, Async_Notify: a lock on the whole queue).
"""

import asyncio
import logging
from collections.abc import Mapping
from functools import partial
from secrets import token_hex

import psycopg
from sqlalchemy import URL

from storage.bell import POLL_SECONDS, Bell

log = logging.getLogger(__name__)

_CHANNEL = "huiyin"
_CONNECT_SECONDS = 10


class Wire:
    """While it is cut, and behind a pooler that does not carry LISTEN, those who wait find new rows by their poll."""

    def __init__(self, url: URL, bells: Mapping[str, Bell]) -> None:
        self._address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._bells = bells
        self._us = token_hex(8)
        self._to_send: set[str] = set()
        self._has_to_send = asyncio.Event()

    async def carry(self) -> None:
        """Until cancelled."""
        for name, bell in self._bells.items():
            bell.pass_on_by(partial(self._pass_on, name))
        while True:
            try:
                await self._carry_while_connected()
            except* psycopg.Error:
                log.warning("The wire between processes is cut; it is tried again, and meanwhile they poll.")
            await asyncio.sleep(POLL_SECONDS)

    def _pass_on(self, name: str) -> None:
        self._to_send.add(name)
        self._has_to_send.set()

    async def _carry_while_connected(self) -> None:
        async with await self._connect() as hearing, await self._connect() as saying, asyncio.TaskGroup() as both:
            await hearing.execute(f"LISTEN {_CHANNEL}")
            for bell in self._bells.values():
                bell.ring_here()  # whatever was rung while nobody listened
            both.create_task(self._hear(hearing))
            both.create_task(self._say(saying))

    async def _connect(self) -> psycopg.AsyncConnection:
        return await psycopg.AsyncConnection.connect(
            self._address, autocommit=True, prepare_threshold=None, connect_timeout=_CONNECT_SECONDS
        )

    async def _hear(self, connection: psycopg.AsyncConnection) -> None:
        async for told in connection.notifies():
            by, _, name = told.payload.partition(" ")
            if by != self._us and name in self._bells:
                self._bells[name].ring_here()

    async def _say(self, connection: psycopg.AsyncConnection) -> None:
        while True:
            await self._has_to_send.wait()
            self._has_to_send.clear()
            names, self._to_send = self._to_send, set()
            for name in names:
                await connection.execute("SELECT pg_notify(%s, %s)", (_CHANNEL, f"{self._us} {name}"))
