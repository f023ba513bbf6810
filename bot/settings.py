"""The environment, read once into frozen settings. Each variable is described in docs/settings.md."""

import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.rules.errors import Problem

PREFIX = "HUIYIN_"
TESTS_PREFIX = "HUIYIN_TEST_"
_URL_IN_WORDS = "an address such as https://huiyin.example.cn, without user name, query or fragment"
_DATABASE_IN_WORDS = "sqlite:///path/to/file.db or postgresql://user:password@host/database"
_PORT_IN_WORDS = "a port number from 1 to 65535"
_SWITCH_IN_WORDS = "on or off"
_OWN_WORDS = "own_words"
_NEEDS_ADDRESS = "HUIYIN_WEBHOOK_SECRET asks for a webhook, which also needs HUIYIN_PUBLIC_URL."


class SettingsError(Problem):
    """Every bad variable at once, one sentence a line."""

    exit_status = 2

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(sentences))


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise ValueError
    if parts.query or parts.fragment or (parts.port is not None and not parts.port):
        raise ValueError
    return value.rstrip("/")


def _titled(value: str) -> str:
    title, _, address = value.rpartition(" ")
    if not title.strip():
        raise ValueError
    return f"{title.strip()} {_url(address)}"


def _database(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"sqlite:///[^?:]+|postgresql://[^\s]*/[^\s]+", value.get_secret_value()):
        raise ValueError
    return value


def _token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]{20,}", value.get_secret_value()):
        raise ValueError
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{32,256}", value.get_secret_value()):
        raise ValueError
    return value


def _admin_token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{20,}", value.get_secret_value()):
        raise ValueError
    return value


def _command(value: str) -> str:
    program = next(iter(shlex.split(value)), "")  # raises ValueError where a quotation does not end
    if shutil.which(program) is None:
        raise ValueError
    return value


def _file(value: Path) -> Path:
    if not value.is_file():
        raise ValueError
    return value


Url = Annotated[str, AfterValidator(_url)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(_database)]
Port = Annotated[int, Field(ge=1, le=65535)]


class Settings(BaseSettings):
    """`description` is what is accepted, in words: it completes the sentence of a refusal."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=False
    )

    data_dir: Path = Field(Path("data"), description="a folder for files of our own")
    bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(
        None, description="digits, a colon, and at least 20 of A-Z a-z 0-9 _ -"
    )
    api_base: Url = Field("https://api.telegram.org", description=_URL_IN_WORDS)
    database_url: DatabaseUrl = Field(
        default_factory=lambda data: _sqlite(data, "huiyin.db"), description=_DATABASE_IN_WORDS
    )
    host: str = Field("127.0.0.1", min_length=1, description="an address to listen on, such as 0.0.0.0")
    port: Port = Field(8080, description=_PORT_IN_WORDS)
    public_url: Url | None = Field(None, description=_URL_IN_WORDS)
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = Field(
        None, description="32 to 256 of A-Z a-z 0-9 _ -"
    )
    policy: Annotated[Path, AfterValidator(_file)] | None = Field(
        None, description="the path of a policy file that exists"
    )
    notify_cmd: Annotated[str, AfterValidator(_command)] | None = Field(
        None, description="a program that can be run, with its arguments"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")

    chat_host: str = Field("127.0.0.1", min_length=1, description="an address to listen on, such as 0.0.0.0")
    chat_port: Port = Field(8081, description=_PORT_IN_WORDS)
    chat_database_url: DatabaseUrl = Field(
        default_factory=lambda data: _sqlite(data, "chat.db"), description=_DATABASE_IN_WORDS
    )
    chat_admin_token: Annotated[SecretStr, AfterValidator(_admin_token)] | None = Field(
        None, description="at least 20 of A-Z a-z 0-9 _ -"
    )
    chat_faults: bool = Field(default=False, description=_SWITCH_IN_WORDS)
    chat_public_url: Url | None = Field(None, description=_URL_IN_WORDS)
    chat_limits: bool = Field(default=True, description=_SWITCH_IN_WORDS)
    chat_showcase: str = Field("", max_length=200, description="names of a demo's people, with commas between them")
    chat_beside: Annotated[str, AfterValidator(_titled)] | None = Field(
        None, description="a title, a space, and an address such as https://huiyin.example.cn/wall/x"
    )
    chat_guide: Url | None = Field(None, description=_URL_IN_WORDS)

    @field_validator("webhook_secret")
    @classmethod
    def _needs_an_address(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is not None and "public_url" in info.data and info.data["public_url"] is None:
            raise PydanticCustomError(_OWN_WORDS, _NEEDS_ADDRESS)
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 the signature is the library's
        init_settings: PydanticBaseSettingsSource,
        *_other_sources: PydanticBaseSettingsSource,
        **_named_sources: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `read_settings` hands over: no second look at the process's environment."""
        return (init_settings,)

    @classmethod
    def variables(cls) -> tuple[str, ...]:
        return tuple(PREFIX + name.upper() for name in cls.model_fields)

    def require_bot_token(self) -> SecretStr:
        """The token; raises SettingsError where none is set."""
        if self.bot_token is None:
            raise SettingsError(["HUIYIN_BOT_TOKEN is not set. Set it to the token that BotFather gave you."])
        return self.bot_token

    @property
    def bot_id(self) -> int:
        return int(self.require_bot_token().get_secret_value().partition(":")[0])

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        return cls.model_validate({name.removeprefix(PREFIX).lower(): v for name, v in values.items()})


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from HUIYIN_ variables; raises SettingsError that lists every bad one.

    HUIYIN_TEST_ variables belong to the test suite and are passed over.
    """
    ours = {n: v for n, v in environ.items() if n.startswith(PREFIX) and not n.startswith(TESTS_PREFIX)}
    known = {name: value for name, value in ours.items() if name in Settings.variables()}
    sentences = [_unknown(name) for name in ours if name not in known]
    try:
        settings = Settings.of(known)
    except ValidationError as error:
        raise SettingsError(sentences + list(_sentences(error, known))) from None
    if sentences:
        raise SettingsError(sentences)
    return settings


def _sqlite(data: Mapping[str, Any], name: str) -> SecretStr:
    return SecretStr(f"sqlite:///{data.get('data_dir', Path('data')) / name}")


def _unknown(name: str) -> str:
    near = get_close_matches(name, Settings.variables(), n=1)
    hint = f"Did you mean {near[0]}?" if near else "See docs/settings.md for the names."
    return f"{name} is not a setting of Huiyin. {hint}"


def _sentences(error: ValidationError, given: Mapping[str, str]) -> Iterator[str]:
    for fault in error.errors():
        field = str(fault["loc"][0])
        if fault["type"] == _OWN_WORDS:
            yield fault["msg"]
        elif fault["type"] != "default_factory_not_called":
            yield _refused(PREFIX + field.upper(), field, given)


def _refused(name: str, field: str, given: Mapping[str, str]) -> str:
    info = Settings.model_fields[field]
    secret = "SecretStr" in str(info.annotation) or "@" in given[name]
    what = "the value given (not shown)" if secret else repr(given[name])
    return f"{name} cannot be {what}. Accepted: {info.description}."
