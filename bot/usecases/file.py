"""From words to an appeal: number, holder, due times, whoever is barred, and the cards that leave."""

from dataclasses import dataclass

from bot.rules.drafts import first_card_at
from bot.rules.escalation import Complaint, Holder, first_holder, told_of_complaint, told_of_danger
from bot.rules.lifecycle import Actor
from bot.rules.steps import Standing, Wish, World
from bot.rules.steps import file as decide_filing
from bot.usecases.people_of import list_phones, show_on
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from bot.usecases.world_of import find_world_of
from nlp.categories import OTHER
from nlp.clauses import title_of
from nlp.keywords import index_words
from nlp.kinds import Danger, Privacy
from nlp.reading import Reading
from storage.access import find_holding_officials, find_told_officials
from storage.appeals import NewAppeal, add_appeal
from storage.appeals import Reading as Kept
from storage.letters import Priority
from storage.members import list_accounts_of_household
from storage.models import Account, Appeal
from storage.standings import find_standing
from storage.steps import By

BY_TAP = "by_tap"


@dataclass(frozen=True)
class Matter:
    """What is handed in. `private` says why its words are for the holder alone; None: they are not."""

    text: str
    reading: Reading
    complaint: Complaint = Complaint.NONE
    private: str | None = None


@dataclass(frozen=True)
class Filed:
    """`author` None: it is nobody's who could be asked by chat."""

    appeal: Appeal
    holder: Holder
    author: Account | None


async def file(turn: Turn, villager: Villager, matter: Matter) -> Filed:
    """Its pieces and its receipt are the caller's."""
    world = await find_world(turn, villager)
    barred = first_in_line(world) if matter.complaint is not Complaint.NONE else frozenset()
    is_danger = matter.reading.danger is not None
    reading = kept_reading(matter.text, matter.reading)
    wish = Wish(complaint=matter.complaint, barred=barred)
    standing = decide_filing(world, wish, category=reading.category, is_danger=is_danger)
    author = await find_author(turn, villager, matter.reading)
    office = villager.office.id if villager.office else None
    new = NewAppeal(
        household_id=villager.household.id,
        account_id=author.id if author else None,
        by=By(Actor.AUTHOR if villager.is_member else Actor.WRITER, villager.account.id, office),
        written_by_account_id=None if villager.is_member else villager.account.id,
        written_by_official_id=office,
        reading=reading,
        standing=standing,
        card_not_before=first_card_at(turn.now, turn.policy.drafts, is_danger=is_danger),
        is_private=matter.private is not None,
        private_reason=matter.private,
        is_hidden=_is_hidden(matter),
        told=_told(world, standing),
    )
    appeal = await add_appeal(turn.session, new, turn.now)
    await show_cards(turn, appeal, world)
    return Filed(appeal, standing.holder, author)


async def find_author(turn: Turn, villager: Villager, reading: Reading) -> Account | None:
    """Whose it is: the member who says it. What somebody else writes down is that of the member linked longest who can
    be written to, but violence at home is nobody's: the wrong person may hold that phone."""
    if villager.is_member:
        return villager.account
    if reading.private is Privacy.VIOLENCE_AT_HOME:
        return None
    members = await list_accounts_of_household(turn.session, villager.household.id)
    return next((member for member in members if member.unreachable_since is None), None)


async def find_world(turn: Turn, villager: Villager) -> World:
    return await find_world_of(turn, villager.household.id)


async def show_cards(turn: Turn, appeal: Appeal, world: World) -> None:
    """To the holder and whoever else hears of it, when the minute is over; a danger at once, and to all who stand
    nearest."""
    showing = set(await find_holding_officials(turn.session, appeal))
    showing |= await find_told_officials(turn.session, appeal)
    if appeal.danger is not None:
        standing = await find_standing(turn.session, appeal)
        showing |= set(told_of_danger(world.ladder, standing.barred))
    priority = Priority.CARD if appeal.danger is None else Priority.DANGER
    phones = await list_phones(turn, showing)
    await show_on(turn, appeal, phones, priority=priority, not_before=appeal.card_not_before)


def kept_reading(text: str, reading: Reading) -> Kept:
    """Where the reading is too unsure, the category is left to the cadre, whose card asks for it."""
    danger: Danger | None = reading.danger
    category, found_by = OTHER if reading.abstain else reading.category, index_words(text)
    return Kept(category, reading.keywords, title_of(text), reading.urgency, danger, found_by)


def first_in_line(world: World) -> frozenset[int]:
    """Whom a complaint is about: the own cadre, or whoever stands in the place of one."""
    first = first_holder(world.ladder).official
    return frozenset() if first is None else frozenset({first})


def _is_hidden(matter: Matter) -> bool:
    return matter.complaint is not Complaint.NONE or matter.reading.private is Privacy.VIOLENCE_AT_HOME


def _told(world: World, standing: Standing) -> frozenset[int]:
    """Who hears of it without holding it."""
    told: set[int | None] = set()
    if standing.complaint is Complaint.ACCUSED:
        lead = told_of_complaint(world.ladder, standing.barred).official
        told |= {lead} if lead is not None else set(world.ladder.rungs[-1].leads) - standing.barred
    if standing.is_danger:
        told |= set(told_of_danger(world.ladder, standing.barred))
    return frozenset(one for one in told if one is not None and one != standing.holder.official)
