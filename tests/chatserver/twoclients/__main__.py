"""`python -m tests.chatserver.twoclients`: play every scene with both libraries and say what was measured."""

import asyncio
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from tests.chatserver.harness import Operator, open_client
from tests.chatserver.hearing import HEARD
from tests.chatserver.process import ServerProcess
from tests.chatserver.twoclients.client import CLIENTS
from tests.chatserver.twoclients.performance import Performance, perform
from tests.chatserver.twoclients.report import report
from tests.chatserver.twoclients.scenes import SCENES
from tests.chatserver.twoclients.stage import DELIVERIES, stage_for


def main() -> int:
    os.environ["PTB_TIMEDELTA"] = "true"
    with tempfile.TemporaryDirectory() as directory:
        server = ServerProcess(Path(directory))
        server.start()
        try:
            began = time.monotonic()
            performances, faults = asyncio.run(play_all(server.url))
            sys.stdout.write(report(performances, faults, time.monotonic() - began))
        finally:
            server.stop()
    return 1 if faults else 0


async def play_all(url: str) -> tuple[Sequence[Performance], Sequence[str]]:
    performances, faults = [], []
    async with AsyncExitStack() as stack:
        operator = Operator(await stack.enter_async_context(open_client(url)), stack)
        plays = itertools.product(CLIENTS, DELIVERIES, SCENES.items())
        for number, (client, delivery, (name, scene)) in enumerate(plays, 1):
            HEARD.forget()
            async with stage_for(operator, url, client, delivery, f"play{number}") as stage:
                try:
                    performances.append(await perform(scene, stage))
                except AssertionError as error:
                    faults.append(f"{name} ({client}, {delivery}): {error}")
    return performances, faults


if __name__ == "__main__":
    sys.exit(main())
