"""What the clock has to say to officials: one letter a person for all of a kind, and one for all that came due while
it stood still."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.rules.buttons import Button
from bot.rules.calendar import day_of
from bot.rules.numbers import number_for_officials
from bot.usecases.tick import Tick
from storage.barred import find_barred
from storage.deputies import list_deputies
from storage.letters import Priority
from storage.models import Appeal
from storage.officials import list_accounts_of_official

_STOOD_STILL = timedelta(hours=2)
_LOOK = Button("digest-look", "inbox")


@dataclass(frozen=True)
class Call:
    """To one official about one appeal, which came due at that moment."""

    official: int
    appeal: Appeal
    wording: str
    came_due: datetime | None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> Hashable:
        """Calls of one kind are one letter."""
        return self.official, self.wording, *sorted((name, str(value)) for name, value in self.data.items())


Calls = list[Call]


def is_late(tick: Tick, came_due: datetime | None) -> bool:
    """It waited because nothing ran: whoever comes back to hundreds of these is written to once."""
    return came_due is not None and tick.now - came_due >= _STOOD_STILL


async def send_calls(tick: Tick, calls: Iterable[Call]) -> None:
    """In the order given; an official whose calls came late gets one letter a day for all of them."""
    kinds: dict[Hashable, Calls] = defaultdict(list)
    for call in await _to_each(tick, calls):
        late = is_late(tick, call.came_due)
        kinds[("late", call.official) if late else call.kind].append(call)
    for place, of_one_kind in enumerate(kinds.values()):
        await _send(replace(tick, occasion=f"{tick.occasion}:{place}"), of_one_kind)


async def _to_each(tick: Tick, calls: Iterable[Call]) -> Calls:
    """To whoever stands in, too, once each; but for whom the appeal is kept from: one letter holds many numbers, and
    when it leaves nobody asks about each."""
    found: dict[Hashable, Call] = {}
    for call in calls:
        deputies = {deputy.id for deputy in await list_deputies(tick.session, call.official)}
        for person in sorted({call.official, *deputies} - await find_barred(tick.session, call.appeal.id)):
            found.setdefault((person, call.appeal.id, call.wording), replace(call, official=person))
    return list(found.values())


async def _send(tick: Tick, calls: Calls) -> None:
    first = calls[0]
    if is_late(tick, first.came_due):
        today = replace(tick, occasion=f"caught-up-{day_of(tick.now):%Y%m%d}")
        await _tell(today, first.official, "caught-up", buttons=[_LOOK])
        return
    numbers = [number_for_officials(call.appeal.series, call.appeal.number) for call in calls]
    about = {"about": first.appeal.id} if len(calls) == 1 else {"buttons": [_LOOK]}
    await _tell(tick, first.official, first.wording, numbers=numbers, **about, **first.data)


async def _tell(tick: Tick, official: int, wording: str, **data: Any) -> None:  # noqa: ANN401 as Post.tell takes it
    for account in await list_accounts_of_official(tick.session, official):
        await tick.tell(account, wording, priority=Priority.ESCALATION, **data)
