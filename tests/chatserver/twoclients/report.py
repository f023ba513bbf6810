"""The numbers of many performances, as lines of text."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tests.chatserver.twoclients import coverage
from tests.chatserver.twoclients.performance import Performance
from tests.conformance.exchange import Exchange
from tests.conformance.methods import METHODS, method_of
from tests.conformance.models import is_deprecated


def report(performances: Sequence[Performance], faults: Sequence[str], seconds: float) -> str:
    exchanges = [exchange for each in performances for exchange in each.exchanges if exchange.method]
    methods = {exchange.method for exchange in exchanges if exchange.method and exchange.status == 200}
    sent = {(exchange.method, name) for exchange in exchanges for name in exchange.params}
    known = {(method, name) for method in methods for name in _parameters(method)}
    seen = frozenset().union(*(each.seen for each in performances))
    lines = {
        "performances": f"{len(performances)} in {seconds:.0f} s",
        "methods": f"{len(methods)} of the {len(METHODS)} of Bot API 10.0",
        "parameters": f"{len(sent & known)} of the {len(known)} that these methods have",
        "exchanges": f"{len(exchanges)}: {_counted(_form(exchange) for exchange in exchanges)}",
        "answers": _counted(str(exchange.status) for exchange in exchanges),
        "updates": f"{sum(each.updates for each in performances)} of {len(seen & coverage.UPDATES)} kinds",
        "Message fields": f"{len(seen & coverage.MESSAGE_FIELDS)} of {len(coverage.MESSAGE_FIELDS)}",
        "entities": f"{len(seen & coverage.ENTITIES)} of {len(coverage.ENTITIES)}",
        "faults": "\n  ".join([str(len(faults)), *faults]),
    }
    return "".join(f"{name:<16}{value}\n" for name, value in lines.items())


def _parameters(method: str) -> Iterable[str]:
    model = method_of(method)
    assert model
    return (name for name, field in model.model_fields.items() if not is_deprecated(field))


def _form(exchange: Exchange) -> str:
    kind = exchange.headers.get("content-type", "no body")
    return kind.partition(";")[0].removeprefix("application/").removeprefix("multipart/")


def _counted(names: Iterable[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in Counter(names).most_common())
