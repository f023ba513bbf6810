from pathlib import Path

import pytest

from bot.doctor import examine
from bot.settings import read_settings
from storage.migrate import upgrade
from tests.bot_api import TOKEN, Answer, BotApi
from tests.clock import free_port


def test_a_healthy_installation_has_no_faults(
    bot_api: BotApi, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    upgrade(f"sqlite:///{tmp_path / 'huiyin.db'}")
    examine(read_settings(_environ(bot_api, tmp_path)))
    assert "fault" not in capsys.readouterr().out


def test_a_refused_token_is_a_fault_in_the_bot_apis_words(
    bot_api: BotApi, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bot_api.script("getMe", Answer.error(401, "Unauthorized"))
    with pytest.raises(Exception, match="not well"):
        examine(read_settings(_environ(bot_api, tmp_path)))
    assert "refuses HUIYIN_BOT_TOKEN: Unauthorized" in capsys.readouterr().out.replace("\n", "")


def _environ(api: BotApi, folder: Path) -> dict[str, str]:
    return {
        "HUIYIN_DATA_DIR": str(folder),
        "HUIYIN_BOT_TOKEN": TOKEN,
        "HUIYIN_API_BASE": api.base,
        "HUIYIN_PORT": str(free_port()),
    }
