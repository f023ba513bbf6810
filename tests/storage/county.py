"""A small county of named people, built through the storage's own verbs, and the one cast of its tests."""

from dataclasses import dataclass
from datetime import timedelta

from storage.accounts import find_account, record_seen
from storage.contact_links import record_cadre
from storage.deputies import add_deputy, record_deputy_begun
from storage.engine import Session
from storage.grids import record_leads
from storage.members import Vouchers, add_member
from storage.models import Deputy, Grid, Household, Official, Unit
from storage.officials import add_official_account
from storage.viewers import Viewer, find_viewer
from tests.clock import Hands

BOT = 7
GUILAN, DAYONG, XIUYING = 1001, 1002, 1003
"""王桂兰 and her son 大勇 of one household of 磨石沟; 秀英 of another."""
CADRE, VILLAGE_LEAD, AREA_LEAD, MAYOR, OFFICE, INSPECTOR, CLERK = 2001, 2002, 2003, 2004, 2005, 2006, 2007
"""As in the report, the cadre of 磨石沟 is also the secretary, and so second lead, of its township."""


@dataclass(frozen=True)
class County:
    session: Session
    hands: Hands
    bot_id: int = BOT

    async def official(self, user_id: int, post: str, unit: Unit | None = None) -> int:
        """Somebody in office, who acts from a phone of their own."""
        official = Official(
            no=str(user_id), name=f"干部{user_id}", unit=unit.name if unit else "镇", post=post, phone=None
        )
        official.unit_id = unit.id if unit else None
        self.session.add(official)
        await self.session.flush()
        await add_official_account(self.session, official.id, await self.account(user_id), None, self.hands.now)
        return official.id

    async def account(self, user_id: int) -> int:
        await record_seen(self.session, self.bot_id, user_id, user_id, self.hands.now)
        account = await find_account(self.session, self.bot_id, user_id, user_id)
        assert account
        return account.id

    async def grid(self, code: str, name: str, level: str, parent: Grid | None, *leads: int) -> Grid:
        short = name if level == "village" else None
        grid = Grid(code=code, name=name, level=level, parent_id=parent.id if parent else None, short_name=short)
        self.session.add(grid)
        await self.session.flush()
        await record_leads(self.session, grid.id, leads, self.hands.now)
        return grid

    async def household(self, code: str, village: Grid, cadre: int | None, *members: int) -> int:
        home = Household(code=code, grid_id=village.id, head=f"户主{code}", members=3, address=f"{code}组", phone=None)
        self.session.add(home)
        await self.session.flush()
        await record_cadre(self.session, home.id, cadre, "roster", self.hands.now)
        for user_id in members:
            account = await self.account(user_id)
            await add_member(self.session, home.id, account, f"群众{user_id}", Vouchers(), self.hands.now)
        return home.id

    async def away(self, official: int, deputy: int) -> Deputy:
        """For a week; the deputy stands in from now on."""
        now = self.hands.now
        stands_in = await add_deputy(self.session, official, deputy, now, now + timedelta(days=7))
        await record_deputy_begun(self.session, stands_in, now)
        return stands_in

    async def viewer(self, user_id: int) -> Viewer:
        return await find_viewer(self.session, self.bot_id, user_id)


@dataclass(frozen=True)
class Cast:
    """Row ids."""

    household: int
    neighbours: int
    officials: dict[int, int]


async def settle(session: Session, hands: Hands, bot_id: int = BOT) -> tuple[County, Cast]:
    """The county with everybody in their place."""
    county = County(session, hands, bot_id)
    discipline = Unit(code="JW", name="纪委监察局", categories=[])
    session.add(discipline)
    await session.flush()
    posts = {CADRE: "书记", VILLAGE_LEAD: "组长", AREA_LEAD: "片长", MAYOR: "镇长", OFFICE: "主任"}
    officials = {user: await county.official(user, post) for user, post in posts.items()}
    officials |= {user: await county.official(user, "干事", discipline) for user in (INSPECTOR, CLERK)}
    top = await county.grid("C", "沂水县", "county", None, officials[OFFICE])
    township = await county.grid("T", "泉庄镇", "township", top, officials[MAYOR], officials[CADRE])
    area = await county.grid("A", "石沟片", "area", township, officials[AREA_LEAD])
    village = await county.grid("V", "磨石沟", "village", area, officials[VILLAGE_LEAD])
    return county, Cast(
        household=await county.household("1", village, officials[CADRE], GUILAN, DAYONG),
        neighbours=await county.household("2", village, officials[CADRE], XIUYING),
        officials=officials,
    )
