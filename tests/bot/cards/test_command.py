import io
import stat
from pathlib import Path

from pypdf import PdfReader

from tests.bot.huiyin import huiyin
from tests.bot_api import TOKEN, BotApi


def _settings(bot_api: BotApi, **more: str) -> dict[str, str]:
    return {"HUIYIN_BOT_TOKEN": TOKEN, "HUIYIN_API_BASE": bot_api.base, "HUIYIN_LOG_LEVEL": "DEBUG"} | more


def _import_sample(folder: Path) -> None:
    huiyin("roster", "sample", str(folder / "county"), folder=folder)
    huiyin("roster", "import", str(folder / "county"), folder=folder)


def test_a_villages_cards_are_printed_into_a_file_for_its_owner_alone(bot_api: BotApi, tmp_path: Path) -> None:
    _import_sample(tmp_path)
    printed = tmp_path / "cards.pdf"
    ended = huiyin("cards", "磨石沟", "-o", str(printed), folder=tmp_path, **_settings(bot_api))
    assert (ended.returncode, "64 cards are in" in ended.stdout) == (0, True)
    assert "start=" not in ended.stdout + ended.stderr
    assert stat.S_IMODE(printed.stat().st_mode) == 0o600
    assert len(PdfReader(io.BytesIO(printed.read_bytes())).pages) == 16


def test_links_that_lead_to_this_machine_alone_are_pointed_out(bot_api: BotApi, tmp_path: Path) -> None:
    _import_sample(tmp_path)
    here = _settings(bot_api, HUIYIN_CHAT_PUBLIC_URL="http://127.0.0.1:8081")
    printed = str(tmp_path / "cards.pdf")
    ended = huiyin("cards", "磨石沟", "--only", "official", "-o", printed, folder=tmp_path, **here)
    assert ended.returncode == 0
    assert "2 cards are in" in ended.stdout
    assert "set HUIYIN_CHAT_PUBLIC_URL" in ended.stdout


def test_what_cannot_be_printed_is_a_sentence(bot_api: BotApi, tmp_path: Path) -> None:
    _import_sample(tmp_path)
    nowhere = str(tmp_path / "nowhere" / "cards.pdf")
    for arguments, sentence in (
        (("崔家沟", "-o", "cards.pdf"), "There is no grid 崔家沟."),
        (("磨石沟", "-o", nowhere), "cannot be written"),
        (("磨石沟", "-o", nowhere, "--only", "poster"), "Known: plate, slip, official."),
    ):
        ended = huiyin("cards", *arguments, folder=tmp_path, **_settings(bot_api))
        assert (ended.returncode, sentence in ended.stderr) == (1, True)
