"""The errors that a bot, a phone or the operator is told.

ApiError                    any refusal, with its HTTP status and the sentence
├── BadRequest        400   "Bad Request: …"
│   └── ChatUpgraded  400   with parameters.migrate_to_chat_id
├── Unauthorized      401
├── Forbidden         403   "Forbidden: …"
├── NotFound          404
├── MethodNotAllowed  405
├── Conflict          409   "Conflict: …"
├── TooLarge          413
├── UnsupportedMedia  415
├── Misdirected       421
├── TooManyRequests   429   with parameters.retry_after, and the Retry-After header
└── Unavailable       5xx   faults only

Descriptions are those of the official server (telegram-bot-api, Client.cpp), which clients match on.
"""

from typing import ClassVar


class ApiError(Exception):
    """A refusal that is told to whoever asked; `parameters` are those of the Bot API's ResponseParameters."""

    status: ClassVar[int] = 400
    prefix: ClassVar[str] = ""

    def __init__(self, reason: str, *, parameters: dict[str, int] | None = None) -> None:
        self.description = self.prefix + reason
        self.parameters = parameters
        super().__init__(self.description)

    @property
    def code(self) -> int:
        return self.status


class BadRequest(ApiError):
    prefix = "Bad Request: "


class ChatUpgraded(BadRequest):
    def __init__(self, new_chat_id: int) -> None:
        super().__init__("group chat was upgraded to a supergroup chat", parameters={"migrate_to_chat_id": new_chat_id})


class Unauthorized(ApiError):
    status = 401
    prefix = "Unauthorized"


class Forbidden(ApiError):
    status = 403
    prefix = "Forbidden: "


class NotFound(ApiError):
    status = 404
    prefix = "Not Found"


class MethodNotAllowed(ApiError):
    status = 405
    prefix = "Method Not Allowed"


class Conflict(ApiError):
    status = 409
    prefix = "Conflict: "


class TooLarge(ApiError):
    status = 413
    prefix = "Request Entity Too Large"


class UnsupportedMedia(ApiError):
    status = 415
    prefix = "Unsupported Media Type"


class Misdirected(ApiError):
    """A token that is no bot's anywhere (ClientManager.cpp:76)."""

    status = 421
    prefix = "Misdirected Request"


class TooManyRequests(ApiError):
    status = 429
    prefix = "Too Many Requests: "

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after}", parameters={"retry_after": retry_after})
        self.retry_after = retry_after


class Unavailable(ApiError):
    """An injected 5xx; the official server's own come without a reason that clients could match on."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self._status = status

    @property
    def code(self) -> int:
        return self._status
