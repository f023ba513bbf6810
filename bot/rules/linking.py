"""When a printed card opens something, and who may let somebody in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CardLife:
    """A door plate has no `expires_at`, and is not used up."""

    expires_at: datetime | None
    used_at: datetime | None
    revoked_at: datetime | None

    def opens(self, now: datetime) -> bool:
        return self.used_at is None and self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


def choose_leads(path: Sequence[Sequence[int]], cadre: int | None, present: Collection[int]) -> tuple[int, ...]:
    """Who may let the first person of a household in.

    `path` has the leads of its village first, then of each grid above; `present` are those with a phone here. The
    household's cadre never makes their own examiners, and the first lead of the village stands for a cadre where
    there is none (DESIGN §2, linking).
    """
    own = cadre if cadre is not None else _first(path)
    for leads in path:
        asked = tuple(lead for lead in leads if lead != own and lead in present)
        if asked:
            return asked
    return ()


def _first(path: Sequence[Sequence[int]]) -> int | None:
    return path[0][0] if path and path[0] else None
