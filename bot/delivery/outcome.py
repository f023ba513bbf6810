"""What a call to the Bot API came to: sent, not sent, or nobody knows.

Outcome
├── Sent
├── Unchanged    the message shows already what it should
├── Vanished     the message is not there, or not to be changed, any more
├── TopicGone    the topic is not there any more
├── Migrated     the chat goes on under another id
├── NotSent      certainly not, and may be tried again
├── Uncertain    the call began and no answer was read
├── Unreachable  the chat cannot be written to
├── Refused      the Bot API will never take these words
└── TokenUnknown the Bot API does not know us any more
"""

from dataclasses import dataclass
from datetime import timedelta

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
)

# The connection was never made, so nothing can have arrived.
_NEVER_LEFT = (httpx.PoolTimeout, httpx.ConnectTimeout, httpx.ConnectError, httpx.UnsupportedProtocol)

# Of edits and deletions (telegram.md §4.3; Client.cpp: "message to edit not found" and the like).
TOO_OLD = "message can't be deleted"
_VANISHED = (
    TOO_OLD,
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message_id_invalid",
)

# Of forum topics (ForumTopicManager.cpp; Client.cpp:8281).
_TOPIC_GONE = ("message thread not found", "topic_id_invalid", "topic_deleted")
_UNCHANGED = ("message is not modified", "topic_not_modified")

_LONGEST_REASON = 300


@dataclass(frozen=True)
class Sent:
    message_id: int


@dataclass(frozen=True)
class Unchanged:
    pass


@dataclass(frozen=True)
class Vanished:
    reason: str


@dataclass(frozen=True)
class TopicGone:
    reason: str


@dataclass(frozen=True)
class Migrated:
    chat_id: int
    reason: str


@dataclass(frozen=True)
class NotSent:
    """`wait` is how long the Bot API asked us to stay quiet, None where it asked for nothing."""

    reason: str
    wait: timedelta | None = None


@dataclass(frozen=True)
class Uncertain:
    reason: str


@dataclass(frozen=True)
class Unreachable:
    reason: str


@dataclass(frozen=True)
class Refused:
    reason: str


@dataclass(frozen=True)
class TokenUnknown:
    reason: str


Outcome = (
    Sent | Unchanged | Vanished | TopicGone | Migrated | NotSent | Uncertain | Unreachable | Refused | TokenUnknown
)


def judge(error: Exception) -> Outcome:
    """By class and cause, never by hope: BadRequest and TimedOut are both NetworkErrors to the library,
    and only the cause under it tells a call that never left from one whose answer was lost."""
    reason = f"{type(error).__name__}: {error}"[:_LONGEST_REASON]
    match error:
        case RetryAfter():
            return NotSent(reason, wait=timedelta(seconds=_seconds(error)))
        case Forbidden():
            return Unreachable(reason)
        case InvalidToken():
            return TokenUnknown(reason)
        case BadRequest():
            return _judge_words(str(error).lower(), reason)
        case ChatMigrated():
            return Migrated(error.new_chat_id, reason)
        case Conflict():
            return NotSent(reason)
        case _ if isinstance(error.__cause__, _NEVER_LEFT):
            return NotSent(reason)
    return Uncertain(reason)


def _judge_words(description: str, reason: str) -> Outcome:
    if "chat not found" in description:
        return Unreachable(reason)
    if any(words in description for words in _UNCHANGED):
        return Unchanged()
    if any(words in description for words in _TOPIC_GONE):
        return TopicGone(reason)
    return Vanished(reason) if any(words in description for words in _VANISHED) else Refused(reason)


def _seconds(error: RetryAfter) -> float:
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else asked
