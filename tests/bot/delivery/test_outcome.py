import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.outcome import (
    Migrated,
    NotSent,
    Refused,
    TokenUnknown,
    Uncertain,
    Unchanged,
    Unreachable,
    Vanished,
    judge,
)


def _caused(error: TelegramError, cause: type[httpx.TransportError] | type[TelegramError]) -> TelegramError:
    error.__cause__ = cause("…")
    return error


@pytest.mark.parametrize("cause", [httpx.PoolTimeout, httpx.ConnectTimeout, httpx.ConnectError])
def test_a_connection_that_was_never_made_is_surely_not_sent(cause: type[httpx.TransportError]) -> None:
    assert isinstance(judge(_caused(TimedOut(), cause)), NotSent)
    assert isinstance(judge(_caused(NetworkError("…"), cause)), NotSent)


@pytest.mark.parametrize(
    "error",
    [
        _caused(TimedOut(), httpx.ReadTimeout),
        _caused(TimedOut(), httpx.WriteTimeout),
        _caused(NetworkError("…"), httpx.ReadError),
        _caused(NetworkError("…"), httpx.RemoteProtocolError),
        _caused(NetworkError("…"), TelegramError),
        NetworkError("Bad Gateway"),
        TelegramError("Invalid server response"),
        KeyError("result"),
    ],
)
def test_a_call_whose_answer_was_not_read_is_uncertain(error: Exception) -> None:
    assert isinstance(judge(error), Uncertain)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable),
        (BadRequest("Bad Request: chat not found"), Unreachable),
        (BadRequest("Bad Request: message text is empty"), Refused),
        (BadRequest("Bad Request: message is not modified: specified new message content is the same"), Unchanged),
        (BadRequest("Bad Request: message to edit not found"), Vanished),
        (ChatMigrated(-100123), Migrated),
        (Conflict("…"), NotSent),
        (InvalidToken("…"), TokenUnknown),
    ],
)
def test_an_answer_that_was_read_is_taken_at_its_word(error: Exception, outcome: type) -> None:
    assert isinstance(judge(error), outcome)


def test_the_bot_api_says_how_long_to_stay_quiet() -> None:
    outcome = judge(RetryAfter(7))
    assert isinstance(outcome, NotSent)
    assert outcome.wait is not None
    assert outcome.wait.total_seconds() == 7
