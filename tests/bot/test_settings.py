import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings
from tests.bot_api import TOKEN

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"


def _sentences(environ: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as refused:
        read_settings(environ)
    return refused.value.sentences


def test_nothing_set_gives_working_defaults_under_one_folder() -> None:
    settings = read_settings({"HUIYIN_DATA_DIR": "/srv/huiyin", "PATH": "/usr/bin"})
    assert settings.database_url.get_secret_value() == "sqlite:////srv/huiyin/huiyin.db"
    assert settings.chat_database_url.get_secret_value() == "sqlite:////srv/huiyin/chat.db"
    assert (settings.api_base, settings.port, settings.chat_limits) == (
        "https://api.telegram.org",
        8080,
        True,
    )


def test_every_bad_value_is_named_in_one_go_with_what_is_accepted() -> None:
    bad = {
        "HUIYIN_PORT": "eighty",
        "HUIYIN_CHAT_PORT": "65536",
        "HUIYIN_LOG_LEVEL": "loud",
        "HUIYIN_API_BASE": "ftp://example.org",
        "HUIYIN_CHAT_FAULTS": "perhaps",
        "HUIYIN_CHAT_BESIDE": "https://huiyin.example.cn/wall/x",
        "HUIYIN_POLICY": "/nowhere/policy.toml",
        "HUIYIN_HOST": "",
        "HUIYIN_NOTIFY_CMD": "/nowhere/at/all --to",
    }
    sentences = _sentences(bad)
    assert len(sentences) == len(bad)
    for name, given in bad.items():
        (sentence,) = [sentence for sentence in sentences if sentence.startswith(f"{name} ")]
        assert repr(given) in sentence
        assert str(Settings.model_fields[name.removeprefix("HUIYIN_").lower()].description) in sentence


def test_an_unknown_name_is_refused_beside_bad_values_with_the_nearest_name() -> None:
    sentences = _sentences({"HUIYIN_DATABSE_URL": "x", "HUIYIN_PORT": "0"})
    assert any("HUIYIN_DATABSE_URL" in s and "Did you mean HUIYIN_DATABASE_URL?" in s for s in sentences)
    assert any(s.startswith("HUIYIN_PORT ") for s in sentences)


def test_names_of_the_tests_are_passed_over() -> None:
    read_settings({"HUIYIN_TEST_DATABASE_URL": "postgresql://x/y"})


@pytest.mark.parametrize("database", ["mysql://a/b", "sqlite://", "sqlite:///:memory:", "huiyin.db"])
def test_only_files_of_sqlite_and_postgresql_are_databases(database: str) -> None:
    (sentence,) = _sentences({"HUIYIN_DATABASE_URL": database})
    assert "postgresql://user:password@host/database" in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUIYIN_BOT_TOKEN", "77:tooshort"),
        ("HUIYIN_WEBHOOK_SECRET", "only-thirty-one-characters-long"),
        ("HUIYIN_DATABASE_URL", "mysql://huiyin:hunter2@db/huiyin"),
        ("HUIYIN_API_BASE", "https://me:hunter2@example.org"),
        ("HUIYIN_CHAT_ADMIN_TOKEN", "guessable"),
    ],
)
def test_a_refused_secret_is_never_shown(name: str, value: str) -> None:
    (sentence,) = _sentences({name: value})
    assert name in sentence
    assert value not in sentence
    assert "hunter2" not in sentence


def test_a_webhook_needs_an_address() -> None:
    secret = {"HUIYIN_WEBHOOK_SECRET": "s" * 32}
    assert "HUIYIN_PUBLIC_URL" in _sentences(secret)[0]
    read_settings(secret | {"HUIYIN_PUBLIC_URL": "https://huiyin.example.cn"})


def test_settings_do_not_change_and_do_not_show_their_secrets() -> None:
    settings = read_settings({"HUIYIN_BOT_TOKEN": TOKEN, "HUIYIN_DATABASE_URL": "postgresql://a:hunter2@b/c"})
    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1
    shown = repr(settings) + str(settings) + settings.model_dump_json()
    assert TOKEN not in shown
    assert "hunter2" not in shown


def test_every_setting_and_no_other_is_documented_with_its_default() -> None:
    rows = re.findall(r"^\| `(HUIYIN_\w+)` \| `?([^|`]+)`? \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name, _ in rows} == set(Settings.variables())
    documented = {name: default for name, default in rows if default != "none"}
    settings = read_settings(documented)
    assert settings == read_settings({})
