"""python-telegram-bot, set up for the courier."""

import ssl
from functools import cache

import httpx
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

CALLS_AT_ONCE = 20
_CONNECT_SECONDS = 5.0
_ANSWER_SECONDS = 20.0
_OUTERMOST_RATE = 1000.0  # calls a second: what a paid broadcast is granted (telegram.md §1.1)


class CourierBot(ExtBot[int]):
    """The library's bot, whose repr would show the token."""

    def __repr__(self) -> str:
        return f"CourierBot[{self.token.partition(':')[0]}]"


def courier_bot(token: str, api_base: str) -> CourierBot:
    """A bot whose calls end, one way or the other, well within a letter's lease.

    The limiter is an outer net only, above what any bot is granted: it knows nothing of private chats and forgets at
    a restart, and a call that sleeps inside of it, or retries, would outlive its letter's lease.
    """
    request = HTTPXRequest(
        connection_pool_size=CALLS_AT_ONCE,
        connect_timeout=_CONNECT_SECONDS,
        pool_timeout=_CONNECT_SECONDS,
        write_timeout=_ANSWER_SECONDS,
        read_timeout=_ANSWER_SECONDS,
        httpx_kwargs={"verify": _certificates()},
    )
    return CourierBot(
        token,
        base_url=f"{api_base}/bot",
        base_file_url=f"{api_base}/file/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=AIORateLimiter(
            overall_max_rate=_OUTERMOST_RATE, group_max_rate=0, group_time_period=0, max_retries=0
        ),
    )


@cache
def _certificates() -> ssl.SSLContext:
    """Read once: each reading takes as long as a dozen calls."""
    return httpx.create_ssl_context()
