"""What goes wrong on purpose between the chat server and the service."""

from tests.chatserver.harness import Operator

_OFTEN = 10**9
# 5xx answers to sendMessage are not among them: two in a row leave a letter in doubt for good, as is meant
# (tests/bot/delivery/test_courier.py), so that nobody gets a third copy.
_FAULTS = (
    {"kind": "drop_answer", "method": "sendMessage", "share": 0.03},
    {"kind": "delay", "method": "sendMessage", "share": 0.05, "seconds": 0.05},
    {"kind": "flood", "method": "sendMessage", "share": 0.01, "seconds": 1},
    {"kind": "drop_answer", "method": "getUpdates", "share": 0.02},
    {"kind": "error", "method": "getUpdates", "share": 0.02, "status": 502},
    {"kind": "error", "method": "answerCallbackQuery", "share": 0.1, "status": 500},
    {"kind": "duplicate", "share": 0.1},
    {"kind": "reorder", "share": 0.2},
)


async def order_faults(operator: Operator, seed: int) -> None:
    for number, fault in enumerate(_FAULTS):
        await operator.post("faults", times=_OFTEN, seed=seed + number, **fault)


async def count_dropped(operator: Operator) -> int:
    """How many sent messages got no answer."""
    faults = (await operator.get("faults"))["faults"]
    return sum(_OFTEN - fault["times"] for fault in faults if _drops_a_message(fault))


def _drops_a_message(fault: dict[str, object]) -> bool:
    return (fault["kind"], fault["method"]) == ("drop_answer", "sendMessage")
