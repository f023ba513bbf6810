"""The demo's two programs, each with a database of its own, and what they are told."""

import json
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.rules.errors import Problem
from bot.settings import PREFIX, Settings, read_settings
from bot.supervisor import Program

POLICY = Path(__file__).with_name("policy.toml")


def environ_of(settings: Settings, shown: Mapping[str, str]) -> dict[str, str]:
    """What both programs find in their environment; `shown` says what stands on the page with the phones."""
    folder = settings.data_dir / "demo"
    ours = {
        "DATA_DIR": str(folder),
        "PORT": str(settings.port),
        "PUBLIC_URL": f"http://127.0.0.1:{settings.port}",
        "LOG_LEVEL": settings.log_level,
        "POLICY": str(POLICY),
        "CHAT_PORT": str(settings.chat_port),
        "CHAT_PUBLIC_URL": f"http://127.0.0.1:{settings.chat_port}",
        "API_BASE": f"http://127.0.0.1:{settings.chat_port}",
        **shown,
        **_secrets(folder),
    }
    return {PREFIX + name: value for name, value in ours.items()}


def settings_of(environ: Mapping[str, str]) -> Settings:
    """As the two programs read them."""
    return read_settings(environ)


def programs(ours: Mapping[str, str], environ: Mapping[str, str]) -> list[Program]:
    """The chat server first: it is there before anything needs it."""
    theirs = {name: value for name, value in environ.items() if not name.startswith(PREFIX)}
    whole = theirs | dict(ours)
    command = (sys.executable, "-m", "bot")
    return [Program("chat server", (*command, "chatserver"), whole), Program("service", (*command, "run"), whole)]


def _secrets(folder: Path) -> dict[str, str]:
    """The demo's own token and password, made at its first start; whole, or not there at all."""
    file = folder / "secrets.json"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        made = {"BOT_TOKEN": f"700000001:{secrets.token_urlsafe(26)}", "CHAT_ADMIN_TOKEN": secrets.token_urlsafe(26)}
        draft = file.with_suffix(".new")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(made), encoding="utf-8")
        draft.replace(file)
    try:
        kept: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise Problem(f"{file} is broken. Delete the folder {folder} to begin the demo anew.") from None
    return kept
