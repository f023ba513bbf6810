"""Judges recorded traffic: the strict schema and both client libraries, over every request and answer."""

from collections.abc import Callable, Sequence

from aiogram.types import Update

from tests.conformance.answers import faults_of_answer, faults_of_envelope, faults_of_error, faults_of_update
from tests.conformance.catcher import Post
from tests.conformance.clients import parse_with_aiogram, parse_with_ptb
from tests.conformance.exchange import Exchange
from tests.conformance.faults import Faults, sentences
from tests.conformance.requests import faults_of_request

# Words of a proxy in front of the server, not of the server; they need not be JSON.
_GATEWAY = (502, 503, 504)


def assert_conformant(exchanges: Sequence[Exchange], unread: Sequence[str], *, requests: bool) -> int:
    judged = [exchange for exchange in exchanges if exchange.method or exchange.is_download]
    faults = list(unread) if judged else ["Nothing was recorded, so nothing is shown to be conformant."]
    for number, exchange in enumerate(judged, 1):
        label = f"#{number} {exchange.method or 'download'}"
        if requests and exchange.method and exchange.whole:
            faults += faults_asked(f"{label} request: $", exchange.method, exchange)
        faults += faults_answered(f"{label} answer: $", exchange)
    assert not faults, _listed(faults)
    return len(judged)


def assert_posts_conformant(posts: Sequence[Post]) -> int:
    faults = [] if posts else ["No webhook post was caught, so nothing is shown to be conformant."]
    for number, post in enumerate(posts, 1):
        faults += faults_posted(f"#{number} webhook post: $", post)
    assert not faults, _listed(faults)
    return len(posts)


def faults_asked(path: str, method: str, exchange: Exchange) -> list[str]:
    try:
        return sentences(path, faults_of_request(method, exchange.params))
    except (ValueError, RecursionError) as error:
        return [f"{path} cannot be read as parameters: {error}"]


def faults_answered(path: str, exchange: Exchange) -> list[str]:
    if exchange.status is None or (exchange.is_download and exchange.status == 200):
        return []
    try:
        answer = exchange.answer
    except ValueError as error:
        return [] if exchange.status in _GATEWAY else [f"{path} is no JSON: {error}"]
    if not isinstance(answer, dict):
        return [f"{path} is no Object"]
    faults = _transport(exchange, answer)
    if exchange.is_download or exchange.method is None:
        return sentences(path, faults + faults_of_error(answer))
    faults += faults_of_answer(exchange.method, answer)
    if faults or answer["ok"] is False:
        return sentences(path, faults)
    return _witnesses(path, exchange.method, answer["result"])


def faults_enveloped(path: str, exchange: Exchange) -> list[str]:
    """What is wrong with an answer whose result is not to be judged."""
    return sentences(path, faults_of_envelope(exchange.answer))


def faults_posted(path: str, post: Post) -> list[str]:
    kind = post.headers.get("content-type", "")
    faults = [] if kind == "application/json" else [f"{path} has the content type {kind!r}, not application/json"]
    if post.verb != "POST":
        faults.append(f"{path} is a {post.verb}, not a POST")
    try:
        update = post.update
    except ValueError as error:
        return [*faults, f"{path} is no JSON: {error}"]
    faults += sentences(path, faults_of_update(update))
    return faults or _witnesses(path, Update, update)


def _transport(exchange: Exchange, answer: dict[str, object]) -> Faults:
    """HttpConnection.cpp: the status is the error's code, and a flood wait is told in a header too."""
    faults: Faults = ()
    expected = 200 if answer.get("ok") is True else answer.get("error_code")
    if exchange.status != expected:
        faults += (("", f"came with the HTTP status {exchange.status}, not {expected}"),)
    kind = exchange.answer_headers.get("content-type")
    if kind != "application/json":
        faults += (("", f"has the content type {kind}, not application/json"),)
    parameters = answer.get("parameters")
    told = parameters.get("retry_after") if isinstance(parameters, dict) else None
    header = exchange.answer_headers.get("retry-after")
    if header != (None if told is None else str(told)):
        faults += (("", f"has the header Retry-After: {header}, but parameters.retry_after is {told}"),)
    return faults


def _witnesses(path: str, method_or_type: object, result: object) -> list[str]:
    """The clients raise many kinds of errors for what they cannot read; all are faults."""
    witnesses: tuple[Callable[[object, object], object], ...] = (parse_with_aiogram, parse_with_ptb)
    faults = []
    for witness in witnesses:
        try:
            witness(method_or_type, result)
        except Exception as error:  # noqa: BLE001 - see above
            faults.append(f"{path}: {witness.__name__} failed: {type(error).__name__}: {error}")
    return faults


def _listed(faults: Sequence[str]) -> str:
    return f"{len(faults)} faults:\n" + "\n".join(faults)
