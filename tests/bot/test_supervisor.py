"""Real programs under the supervisor."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.supervisor import CannotRun, Program, supervise

LIVES_ON = "import signal; print('up', flush=True); signal.pause()"
DIES_ONCE = """
import pathlib, signal, sys
lives = pathlib.Path(sys.argv[1])
with lives.open("a") as written:
    print("born", file=written)
if len(lives.read_text().split()) == 1:
    sys.exit(1)
pathlib.Path(sys.argv[2]).write_text("second life")
signal.pause()
"""


def program(name: str, script: str, *arguments: str) -> Program:
    return Program(name, (sys.executable, "-c", script, *arguments), os.environ)


async def test_a_dead_program_is_started_again_and_all_end_together(tmp_path: Path) -> None:
    lives, fifo = tmp_path / "lives", tmp_path / "risen"
    os.mkfifo(fifo)
    stop = asyncio.Event()
    programs = [program("mortal", DIES_ONCE, str(lives), str(fifo)), program("other", LIVES_ON)]
    watching = asyncio.create_task(supervise(programs, stop))
    assert await asyncio.to_thread(fifo.read_text) == "second life"
    assert not watching.done()
    stop.set()
    await watching
    assert lives.read_text().split() == ["born", "born"]


async def test_a_program_with_bad_settings_ends_all_with_a_sentence() -> None:
    programs = [program("misled", "raise SystemExit(2)"), program("other", LIVES_ON)]
    with pytest.raises(CannotRun, match="The misled cannot run; it said why above"):
        await supervise(programs, asyncio.Event())
