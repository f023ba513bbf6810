"""What authors wrote, without what leads to a person."""

from nlp.redact import redact
from storage.engine import Session
from storage.names import list_names_of_household, list_names_of_officials, list_names_of_village
from storage.past_appeals import PastAppeal


class Teller:
    """Knows the names of each village, and of the county's officials, once it has looked them up."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._villages: dict[int, frozenset[str]] = {}
        self._officials: frozenset[str] | None = None

    async def tell(self, appeal: PastAppeal) -> str:
        """Redacted with the household's own names and those of its village and of all officials."""
        own = await list_names_of_household(self._session, appeal.household_id)
        return redact(appeal.words, own, await self._others(appeal.village_id)).text

    async def _others(self, village_id: int) -> frozenset[str]:
        if self._officials is None:
            self._officials = await list_names_of_officials(self._session)
        if village_id not in self._villages:
            self._villages[village_id] = await list_names_of_village(self._session, village_id)
        return self._villages[village_id] | self._officials
