import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from tests.bot.huiyin import huiyin
from tests.bot_api import TOKEN

VERBS = ("demo", "run", "chatserver", "migrate", "doctor", "outbox", "hot", "replay", "group", "redact")
WORDS = tuple(f"words {verb}" for verb in ("show", "try", "keep", "history", "roll-back", "unknown", "examples"))
POLICY = tuple(f"policy {verb}" for verb in ("check", "show", "recompute"))
LEARNING = ("train", "evaluate", "classify")
HEAVY = ("aiogram", "telegram", "sqlalchemy", "jieba", "rjieba", "alembic", "uvicorn", "numpy")


def test_help_is_answered_without_the_heavy_libraries(tmp_path: Path) -> None:
    look = f"""
import json, sys
from bot.__main__ import main
sys.argv = ["huiyin", "--help"]
try:
    main()
finally:
    print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]), file=sys.stderr)
"""
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=False)
    assert all(verb in ended.stdout for verb in (*VERBS, *LEARNING, "policy"))
    assert json.loads(ended.stderr) == []


@pytest.mark.parametrize(
    "verb",
    [*VERBS, *LEARNING, *WORDS, *POLICY, "cards", "meetings minutes", "roster check", "roster import", "roster sample"],
)
def test_every_verb_explains_itself_with_an_example(verb: str) -> None:
    shown = CliRunner().invoke(cli, [*verb.split(), "--help"], catch_exceptions=False)
    assert shown.exit_code == 0
    assert "Example:" in shown.output
    assert f"huiyin {verb}" in shown.output


def test_bad_settings_end_with_sentences_and_status_2(tmp_path: Path) -> None:
    ended = huiyin("migrate", folder=tmp_path, HUIYIN_PORT="x", HUIYIN_POLCY="y")
    assert ended.returncode == 2
    assert ended.stderr.splitlines() == [
        "HUIYIN_POLCY is not a setting of Huiyin. Did you mean HUIYIN_POLICY?",
        "HUIYIN_PORT cannot be 'x'. Accepted: a port number from 1 to 65535.",
    ]


def test_run_without_a_token_says_what_to_set(tmp_path: Path) -> None:
    ended = huiyin("run", folder=tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.startswith("HUIYIN_BOT_TOKEN is not set.")


def test_migrate_says_what_it_did(tmp_path: Path) -> None:
    first, again = (huiyin("migrate", folder=tmp_path) for _ in range(2))
    assert "empty → 0" in first.stdout
    assert "Nothing to do" in again.stdout


def test_a_taken_port_is_a_sentence_and_ends_for_good(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = huiyin("run", folder=tmp_path, HUIYIN_BOT_TOKEN=TOKEN, HUIYIN_PORT=port)
    assert ended.returncode == 2
    assert f"port {port} (Address already in use). Set HUIYIN_HOST and HUIYIN_PORT" in ended.stderr


def test_a_database_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    url = f"postgresql://huiyin:hunter2@127.0.0.1:{port}/huiyin"
    ended = huiyin("migrate", folder=tmp_path, HUIYIN_DATABASE_URL=url)
    assert ended.returncode == 1
    assert "Check HUIYIN_DATABASE_URL" in ended.stderr
    assert "hunter2" not in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "huiyin.db").write_text("这不是数据库,只是一个文本文件。" * 100)
    ended = huiyin("migrate", folder=tmp_path)
    assert ended.returncode == 1
    assert "Check HUIYIN_DATABASE_URL" in ended.stderr


def test_an_unexpected_error_leaves_a_sentence_and_a_file_with_the_traceback(tmp_path: Path) -> None:
    crash = """
import sys
from bot import app
from bot.__main__ import main
def fail(settings): raise KeyError("7700770077:AAbbCCddEEffGGhhIIjjKKll")
app.doctor = fail
sys.argv = ["huiyin", "doctor"]
main()
"""
    environ = os.environ | {"HUIYIN_DATA_DIR": str(tmp_path)}
    ended = subprocess.run([sys.executable, "-c", crash], env=environ, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert str(tmp_path / "doctor.log") in ended.stderr
    kept = (tmp_path / "doctor.log").read_text()
    assert "KeyError" in kept
    assert "AAbbCC" not in kept


def test_doctor_names_every_fault_and_what_to_do(tmp_path: Path) -> None:
    ended = huiyin("doctor", folder=tmp_path)
    assert ended.returncode == 1
    assert "huiyin migrate" in ended.stdout
    assert "HUIYIN_BOT_TOKEN is not set" in ended.stdout
    assert "is free" in ended.stdout


def test_a_bad_policy_stops_the_service_before_it_begins(tmp_path: Path) -> None:
    policy = tmp_path / "county.toml"
    policy.write_text("[deadlines]\naccept = 0\n", encoding="utf-8")
    ended = huiyin("run", folder=tmp_path, HUIYIN_POLICY=str(policy), HUIYIN_BOT_TOKEN=TOKEN)
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"{policy}, line 2: deadlines.accept cannot be 0.")
    assert not (tmp_path / "huiyin.db").exists()
