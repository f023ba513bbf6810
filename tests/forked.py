"""Programs of ours, each a process of its own, forked from one that has imported their libraries already.

Nothing else differs from `python -m bot`: its own arguments, environment, outputs and exit status. A start costs
milliseconds where a new interpreter would spend two seconds on imports.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path

_SOON = 60
_IMPORTED = (
    "bot.__main__",
    "bot.app",
    "bot.chatserver.server",
    "bot.outbox",
    "bot.officials.confirming",
    "bot.policy",
    "bot.reading.classifying",
    "bot.roster.command",
    "bot.cards.command",
    "bot.words.trying",
    "bot.words.keeping",
    "storage.migrate",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "sqlalchemy.dialects.postgresql.psycopg",
    "tests.chatserver.serve",
    "tests.forked_warm",
    "pytest",
)

_context = get_context("forkserver")
_context.set_forkserver_preload(list(_IMPORTED))


class Forked:
    """A process at work. Its exit status is as subprocess tells it: the signal's number below zero after a kill."""

    def __init__(
        self,
        main: Callable[[], object],
        arguments: Sequence[str],
        environ: Mapping[str, str],
        out: Path,
        err: Path,
        said: Path = Path(os.devnull),
    ) -> None:
        """Calls `main`, which a module must hold by its name, with the arguments in sys.argv and what is `said` on
        standard input; appends to the other files."""
        whole = (main, ("huiyin", *arguments), dict(environ), str(out), str(err), str(said))
        self._process = _context.Process(target=_become, args=whole, daemon=True)
        self._process.start()

    @property
    def pid(self) -> int:
        assert self._process.pid
        return self._process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float = _SOON) -> int:
        """Raises TimeoutError."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise TimeoutError(f"process {self.pid} goes on")
        return self._process.exitcode

    def kill(self) -> None:
        self._process.kill()


def _become(
    main: Callable[[], object], argv: tuple[str, ...], environ: dict[str, str], out: str, err: str, said: str
) -> None:
    os.environ.clear()
    os.environ.update(environ)
    sys.argv = list(argv)
    for number, path in ((1, out), (2, err)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, number)
        os.close(file)
    with Path(said).open(encoding="utf-8") as sys.stdin:
        main()
