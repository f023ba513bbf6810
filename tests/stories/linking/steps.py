"""What the stories of linking have in common: somebody scans a card."""

from bot.rules.cards import CardKind
from storage.households import find_household
from storage.members import list_members
from tests.stories.linking.house import House
from tests.stories.linking.talk import Talk

HOME, NEIGHBOURS = "MSG-001", "MSG-002"
OFFICE, CADRE, VILLAGE_LEAD = "0001", "0003", "0005"


async def link(house: House, name: str, code: str = HOME) -> Talk:
    """Somebody with an invitation slip."""
    talk = await house.person(name)
    await talk.scan(await house.card(CardKind.SLIP, code))
    await talk.tap(await talk.hears("是您家吗"), "这是我家")
    await talk.hears("连上了")
    return talk


async def ask_by_plate(house: House, name: str, plate: str | None = None) -> Talk:
    """Somebody who stands at the door."""
    talk = await house.person(name)
    await talk.scan(plate or await house.card(CardKind.PLATE, HOME))
    await talk.tap(await talk.hears("门口的牌子", "是您家吗"), "这是我家")
    return talk


async def appoint(house: House, name: str, no: str) -> Talk:
    """An official with their card, confirmed at the terminal."""
    talk = await house.person(name)
    await talk.scan(await house.official_card(no))
    await talk.hears("请县里的活动办确认")
    await house.confirm_at_the_terminal(no)
    await talk.hears("连上了", name)
    return talk


async def members_of(house: House, code: str = HOME) -> list[str]:
    async with house.database.read() as session:
        household = await find_household(session, code)
        assert household
        return [member.name for member in await list_members(session, household.id)]
