"""The real command, as talkative as it can be, with everything going wrong: its token is written nowhere."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot_api import BOT_ID, HANG_UP, TOKEN, Answer, BotApi, message
from tests.clock import free_port

pytestmark = pytest.mark.long

SECRET_HALF = TOKEN.partition(":")[2]


def test_no_token_is_in_any_output_log_or_database(bot_api: BotApi, tmp_path: Path) -> None:
    bot_api.script("getMe", Answer.error(502, "Bad Gateway"))
    bot_api.script("getUpdates", HANG_UP)
    bot_api.script("sendMessage", Answer(500, {"ok": False, "description": f"failed at /bot{TOKEN}/sendMessage"}))
    bot_api.script("sendMessage", HANG_UP, Answer.error(400, f"Bad Request: {TOKEN}"))
    bot_api.bring(message(10, "路灯"), message(11, "低保", chat=2002), message(12, "药", chat=3003))
    bot_api.bring(message(13, date=f"{TOKEN}"))
    shown = tmp_path / "shown"
    with shown.open("wb") as output:
        service = subprocess.Popen([sys.executable, "-m", "bot", "run"], env=_environ(bot_api, tmp_path), stderr=output)
        bot_api.wait_until(lambda api: api.calls.count("sendMessage") == 3)
        service.send_signal(signal.SIGTERM)
        assert service.wait(30) == 0
    written = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and file.suffix != ".db"}
    assert f"{BOT_ID}:(token)".encode() in written[shown]
    assert (tmp_path / "run.log") in written
    assert [file for file, content in written.items() if SECRET_HALF.encode() in content] == []


def test_a_token_that_is_refused_ends_with_a_sentence(bot_api: BotApi, tmp_path: Path) -> None:
    bot_api.script("getMe", *[Answer.error(401, "Unauthorized")] * 3)
    bot_api.script("deleteWebhook", *[Answer.error(401, "Unauthorized")] * 3)
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env=_environ(bot_api, tmp_path) | {"HUIYIN_LOG_LEVEL": "WARNING"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("The Bot API refused HUIYIN_BOT_TOKEN.")
    assert len(ended.stderr.splitlines()) == 1


def _environ(api: BotApi, folder: Path) -> dict[str, str]:
    return os.environ | {
        "HUIYIN_BOT_TOKEN": TOKEN,
        "HUIYIN_API_BASE": api.base,
        "HUIYIN_DATA_DIR": str(folder),
        "HUIYIN_LOG_LEVEL": "DEBUG",
        "HUIYIN_PORT": str(free_port()),
    }
