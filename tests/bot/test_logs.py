import logging
import subprocess
import sys
from pathlib import Path

import pytest

from bot import logs
from bot.delivery.telegram_bot import courier_bot
from bot.rules.errors import Problem
from tests.bot_api import BOT_ID, TOKEN

SECRET_HALF = TOKEN.partition(":")[2]


@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"'https://api.telegram.org/file/bot{TOKEN}/voice/1.oga'",
        f"token={TOKEN}&x=1",
        "https://api.telegram.org/bot77:short/getMe",
    ],
)
def test_a_token_is_cut_down_to_the_bots_id(text: str) -> None:
    redacted = logs.redact(text)
    assert SECRET_HALF not in redacted
    assert "short" not in redacted
    assert "(token)" in redacted


def test_what_is_no_token_stays() -> None:
    text = "2026-11-23 12:30:00 postgresql://huiyin@127.0.0.1:5432/huiyin 磨石沟-127: 低保"
    assert logs.redact(text) == text


def test_messages_arguments_and_tracebacks_are_redacted_everywhere(tmp_path: Path) -> None:
    shown, kept = _logged(tmp_path, f'log.error("calling %s", "/bot{TOKEN}/getMe", exc_info=OSError("at {TOKEN}"))')
    assert f"{BOT_ID}:(token)" in shown
    assert f"OSError: at {BOT_ID}:(token)" in kept
    assert SECRET_HALF not in shown + kept


def test_the_terminal_gets_a_sentence_and_the_file_the_traceback(tmp_path: Path) -> None:
    shown, kept = _logged(tmp_path, 'log.error("It failed", exc_info=OSError("deep down"))')
    assert shown.endswith("ERROR somewhere: It failed\n")
    assert "OSError: deep down" in kept


def test_a_record_that_cannot_be_formatted_does_not_print_what_it_holds(tmp_path: Path) -> None:
    shown, kept = _logged(tmp_path, f'log.error("%d", "{TOKEN}")')
    assert SECRET_HALF not in shown + kept


def _logged(folder: Path, statement: str) -> tuple[str, str]:
    """What a process of its own shows and keeps when it runs the statement."""
    code = f"""
import logging, pathlib
from bot import logs
logs.set_up("DEBUG", pathlib.Path({str(folder)!r}), "run")
log = logging.getLogger("somewhere")
{statement}
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    file = folder / "run.log"
    return ended.stderr, file.read_text() if file.exists() else ""


@pytest.mark.parametrize("name", ["httpx", "httpcore.connection", "telegram.Bot", "aiosqlite", "aiogram.event"])
def test_libraries_that_print_addresses_or_peoples_words_are_quiet_at_debug(log_file: Path, name: str) -> None:
    assert not logging.getLogger(name).isEnabledFor(logging.INFO)


def test_a_limit_of_the_bot_api_is_no_error(log_file: Path) -> None:
    assert not logging.getLogger("telegram.ext.AIORateLimiter").isEnabledFor(logging.ERROR)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem, match="HUIYIN_DATA_DIR"):
        logs.set_up("INFO", tmp_path / "file" / "data", "run")


def test_the_couriers_bot_does_not_show_its_token() -> None:
    bot = courier_bot(TOKEN, "http://127.0.0.1:1")
    assert SECRET_HALF not in f"{bot!r} {bot}"
