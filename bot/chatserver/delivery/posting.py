"""One update on its way over HTTP to a webhook, and what came back."""

import os
import ssl
from dataclasses import dataclass
from types import TracebackType

import httpx

from bot.chatserver.world.webhooks import Webhook

# The official server gives up after a minute (WebhookActor.cpp: create_connection).
TIMEOUT = httpx.Timeout(60, pool=None)
MAX_REPLY = 10 * 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the header's name


@dataclass(frozen=True)
class Outcome:
    """`error` is None when the update is confirmed; `status` is None when there was no answer at all."""

    error: str | None = None
    status: int | None = None
    retry_after: int = 0
    content_type: str = ""
    body: bytes = b""


class Poster:
    """Posts to one webhook, over as many connections as it allows. It follows no redirect and uses no proxy."""

    def __init__(self, webhook: Webhook) -> None:
        url = httpx.URL(webhook_address(webhook.url))
        self._url = url.copy_with(host=webhook.ip_address) if webhook.fixed_ip else url
        self._headers = {"Content-Type": "application/json", "Host": url.netloc.decode("ascii")}
        if webhook.secret_token:
            self._headers[SECRET_HEADER] = webhook.secret_token
        self._extensions = {"sni_hostname": url.host}
        self._client = httpx.AsyncClient(
            timeout=TIMEOUT,
            limits=httpx.Limits(max_connections=webhook.max_connections),
            # Reading the trust store takes time that a webhook in the house does not need.
            verify=ssl.create_default_context() if url.scheme == "https" else False,
            trust_env=False,
        )

    async def __aenter__(self) -> "Poster":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def post(self, payload: str) -> Outcome:
        """What the webhook answered, or why it could not be asked. It never raises for what the webhook does."""
        try:
            async with self._client.stream(
                "POST",
                self._url,
                content=payload.encode(),
                headers=self._headers,
                extensions=self._extensions,
            ) as response:
                return await _read(response)
        except (httpx.HTTPError, OSError, ValueError) as error:
            return Outcome(error=_explain(error))


def webhook_address(url: str) -> str:
    """The address with its scheme, which is https unless it is told (TDLib's HttpUrl.cpp)."""
    return url if "://" in url else f"https://{url}"


async def _read(response: httpx.Response) -> Outcome:
    status = response.status_code
    if not 200 <= status <= 299:
        error = f"Wrong response from the webhook: {status} {response.reason_phrase}"
        return Outcome(error=error, status=status, retry_after=_retry_after(response))
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > MAX_REPLY:
            return Outcome(status=status)
    return Outcome(status=status, content_type=response.headers.get("content-type", ""), body=bytes(body))


def _retry_after(response: httpx.Response) -> int:
    # A date is no number of seconds, and counts as nothing (TDLib's HttpQuery.cpp: get_retry_after).
    given = response.headers.get("retry-after", "")
    return int(given) if given.isdecimal() and given.isascii() and len(given) < 10 else 0


def _explain(error: Exception) -> str:
    """The words of getWebhookInfo's `last_error_message`: the system's own, where there are any."""
    if isinstance(error, httpx.ConnectTimeout):
        return "Connection timed out"
    if isinstance(error, httpx.TimeoutException):
        return "Read timeout expired"
    if isinstance(error, httpx.RemoteProtocolError):
        return "Webhook connection closed"
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return f"SSL error {{{cause.reason or 'unknown'}}}"
        if isinstance(cause, OSError) and cause.errno:
            return os.strerror(cause.errno) if cause.errno > 0 else "Failed to resolve host"
        cause = cause.__cause__ or cause.__context__
    return "Can't connect to the webhook"
