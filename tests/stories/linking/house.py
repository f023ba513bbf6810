"""The sample village before anybody is linked, and the cards that link them."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.official_calendar import read_calendar
from bot.policy import read_policy
from bot.rules.cards import CardKind, CardOrder
from bot.usecases.confirm_official import Confirmation, confirm_official
from bot.usecases.issue_household_cards import issue_household_cards
from bot.usecases.issue_official_cards import issue_official_cards
from storage.engine import Database
from tests.clock import Hands
from tests.stories.linking.talk import Talk
from tests.stories.village import Village

VILLAGE, COUNTY = "磨石沟村", "沂水县"
SLIP_FOR = timedelta(days=7)


@dataclass(frozen=True)
class House:
    village: Village

    @property
    def database(self) -> Database:
        return self.village.database

    @property
    def hands(self) -> Hands:
        return self.village.hands

    async def person(self, name: str) -> Talk:
        """Somebody with a phone who has the chat with the bot open, and has said nothing."""
        phone = await self.village.operator.add_person(name)
        return Talk(phone, await phone.open(self.village.bot), self.village.bot)

    async def card(self, kind: CardKind, code: str, *, replace: bool = False) -> str:
        """The token of a new card, as it is printed."""
        order = CardOrder(VILLAGE, Path("unused.pdf"), kind, (code,), replace)
        async with self.database.write() as session:
            cards = await issue_household_cards(session, order, SLIP_FOR, self.hands.now)
        return cards[0].tokens[kind]

    async def official_card(self, no: str, *, replace: bool = False) -> str:
        order = CardOrder(COUNTY, Path("unused.pdf"), CardKind.OFFICIAL, (no,), replace)
        async with self.database.write() as session:
            return (await issue_official_cards(session, order, SLIP_FOR, self.hands.now))[0].token

    async def confirm_at_the_terminal(self, no: str) -> None:
        """As the verb does, from another process."""
        policy = read_policy()
        calendar = read_calendar(policy.calendar, self.hands.now.year)
        async with self.database.write() as session:
            await confirm_official(session, Confirmation(no), policy, calendar, self.hands.now)
