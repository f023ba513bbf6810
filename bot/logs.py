"""Logs that never hold a bot token: every handler formats through `redact`."""

import logging
import logging.handlers
import re
import sys
import tempfile
from pathlib import Path

from bot.rules.errors import Problem

_TOKEN = re.compile(r"(\d+):[A-Za-z0-9_-]{20,}|(?<=/bot)(\d+):[^/\s\"'?]+")
# These print whole addresses (with the token) or what people wrote, below WARNING.
_QUIET = (
    "httpx",
    "httpcore",
    "telegram",
    "aiogram",
    "aiosqlite",
    "jieba",
    "sqlalchemy",
    "alembic",
    "uvicorn",
    "websockets",
)
_OUTER_NET = "telegram.ext.AIORateLimiter"  # calls a 429 an error, which the courier simply waits out
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FILE_BYTES = 5_000_000


def redact(text: str) -> str:
    """The text with every bot token cut down to its public half, the bot's id."""
    return _TOKEN.sub(lambda found: f"{found[1] or found[2]}:(token)", text)


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class _OneSentence(_Redacting):
    """For the terminal: no traceback, which stands in the log file."""

    def formatException(self, _: object) -> str:  # noqa: N802 the library's name
        return ""

    def format(self, record: logging.LogRecord) -> str:
        cached, record.exc_text = record.exc_text, None
        try:
            return super().format(record).rstrip()
        finally:
            record.exc_text = cached


def set_up(level: str, folder: Path, verb: str) -> Path:
    """Log to the terminal, and warnings with their tracebacks to a file in the folder; returns its path."""
    file = _writable(folder) / f"{verb}.log"
    terminal = logging.StreamHandler(sys.stderr)
    terminal.setFormatter(_OneSentence(_FORMAT))
    kept = logging.handlers.RotatingFileHandler(file, maxBytes=_FILE_BYTES, backupCount=3, encoding="utf-8", delay=True)
    kept.setFormatter(_Redacting(_FORMAT))
    kept.setLevel(logging.WARNING)
    root = logging.getLogger()
    root.setLevel(level)
    root.addHandler(terminal)
    root.addHandler(kept)
    logging.raiseExceptions = False  # a failing handler would print the record as it is, with any token in it
    logging.captureWarnings(capture=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(_OUTER_NET).setLevel(logging.CRITICAL)
    return file


def _writable(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            f"The folder {folder} cannot be made ({error.strerror}). Set HUIYIN_DATA_DIR to one that can."
        ) from None
    return folder


def keep_crash(error: BaseException) -> Path:
    """Write the redacted traceback of an unexpected error to the log file in use, else to one of its own."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            handler.handle(_crash_record(error))
            return Path(handler.baseFilename)
    set_up("INFO", Path(tempfile.gettempdir()), "huiyin-crash")
    return keep_crash(error)


def _crash_record(error: BaseException) -> logging.LogRecord:
    about = (type(error), error, error.__traceback__)
    return logging.LogRecord("huiyin", logging.CRITICAL, __file__, 0, "Stopped unexpectedly", None, about)
