"""Whether somebody answers for every household, told to the operator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.coverage import (
    count_linked_with_who_left,
    count_unassigned,
    find_answering_leads,
    list_burdened,
    list_grids_without_lead,
    list_holders_without_phone,
)
from storage.engine import Session

_NAMED = 5


@dataclass(frozen=True)
class Cover:
    """`faults`: households that nobody answers for, a sentence each kind, with what to do."""

    faults: Sequence[str]
    notes: Sequence[str]

    @property
    def sentence(self) -> str:
        return " ".join(("Somebody answers for every one.", *self.notes))


async def look_at_cover(session: Session, most: int) -> Cover:
    """`most` households a cadre."""
    unassigned, left = await count_unassigned(session), await count_linked_with_who_left(session)
    leads = await find_answering_leads(session, unassigned)
    nobodys = sum(count for village, count in unassigned.items() if not leads[village])
    faults = []
    if left:
        faults.append(f"{left} households are linked with somebody who has left. Run: huiyin officials leave NO")
    if nobodys:
        faults.append(f"{nobodys} households have neither a cadre nor any lead. Name leads in grids.csv and import it.")
    burdened = [f"{no} ({count})" for no, count in await list_burdened(session, most)]
    notes = [
        *_named(sum(unassigned.values()), "are only their village lead's"),
        *_listed(f"Cadres with more than {most}", burdened),
        *_listed("Grids without a lead in office", await list_grids_without_lead(session)),
        *_listed("Officials who hold appeals and are linked on no phone", await list_holders_without_phone(session)),
    ]
    return Cover(faults, notes)


def _named(count: int, what: str) -> Iterator[str]:
    if count:
        yield f"{count} {what}."


def _listed(what: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield f"{what}: {', '.join(names[:_NAMED])}{more}."
