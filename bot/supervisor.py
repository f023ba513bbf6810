"""Keeps programs running side by side: a dead one is started again, and all end together."""

import asyncio
import logging
import signal
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.rules.errors import Problem

log = logging.getLogger(__name__)

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_LONG_LIFE = 60.0
_GRACE_SECONDS = 15.0
_BAD_SETTINGS = 2


@dataclass(frozen=True)
class Program:
    """`environ` is its whole environment. An exit status of 2 says that starting it again would not help."""

    name: str
    command: Sequence[str]
    environ: Mapping[str, str]


class CannotRun(Problem):
    def __init__(self, program: Program) -> None:
        super().__init__(f"The {program.name} cannot run; it said why above.")


async def supervise(programs: Sequence[Program], stop: asyncio.Event) -> None:
    """Run all of them until `stop`; every one has ended when this returns. Raises CannotRun."""
    try:
        async with asyncio.TaskGroup() as group:
            keepers = [group.create_task(_keep(program, stop)) for program in programs]
            for keeper in keepers:
                keeper.add_done_callback(lambda _: stop.set())
    except* CannotRun as group_of_faults:
        raise group_of_faults.exceptions[0] from None


async def _keep(program: Program, stop: asyncio.Event) -> None:
    pause = _FIRST_PAUSE
    while not stop.is_set():
        lived, status = await _run_once(program, stop)
        if stop.is_set():
            return
        if status == _BAD_SETTINGS:
            raise CannotRun(program)
        if lived > _LONG_LIFE:
            pause = _FIRST_PAUSE
        log.warning("The %s ended (status %s) and is started again in %.1f s", program.name, status, pause)
        await _first(stop.wait(), asyncio.sleep(pause))
        pause = min(pause * 2, _LONGEST_PAUSE)


async def _run_once(program: Program, stop: asyncio.Event) -> tuple[float, int | None]:
    """How long it lived, in seconds, and its exit status."""
    clock = asyncio.get_running_loop().time
    began = clock()
    process = await asyncio.create_subprocess_exec(*program.command, env=program.environ)
    try:
        await _first(process.wait(), stop.wait())
    finally:
        await _end(process)
    return clock() - began, process.returncode


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), _GRACE_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


async def _first(*waits: Coroutine[Any, Any, object]) -> None:
    tasks = [asyncio.create_task(wait) for wait in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
