"""How things stand just before a tap: whose button it is, and what it names."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.usecases.ask_silent_authors import ask_silent_authors
from storage.members import Vouchers, add_member
from storage.models import Appeal, Household
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, GUILAN, INSPECTOR, VILLAGE_LEAD, XIUYING

NEWCOMER = 1009
TOKEN = "A" * 22
WELL = "她家的水井半年没水了,去问说等着"
SUBSIDY, MEDICINE = "俺娘八十了瘫床上 低保给停了 去问说等着", "卫生室常用药都没有,买个感冒药还得跑镇上"
SHORTAGE = "村卫生室老是没药,买个感冒药都得跑到镇上"


@dataclass(frozen=True)
class Aim:
    """What the tap names, and who rightly taps. `appeal`: None where it is about none that is filed."""

    by: int
    row: int = 0
    epoch: int = 0
    appeal: int | None = None
    group: int | None = None
    """Where it is tapped, if not in the own chat."""


Scene = Callable[[Village], Awaitable[Aim]]


async def held(village: Village) -> Aim:
    """A card on the cadre's phone."""
    appeal = await village.file()
    return Aim(CADRE, appeal.id, appeal.epoch, appeal.id)


async def held_private(village: Village) -> Aim:
    appeal = await village.file(is_private=True)
    return Aim(CADRE, appeal.id, appeal.epoch, appeal.id)


async def own(village: Village) -> Aim:
    """An appeal in its author's list."""
    appeal = await village.file()
    return Aim(GUILAN, appeal.id, appeal.epoch, appeal.id)


async def replied(village: Village) -> Aim:
    """The cadre's words lie on the table and wait for the tap that names their outcome."""
    appeal = await village.file()
    await village.says(CADRE, "我明天上门", reply_to=await village.card(CADRE, appeal))
    return await button_of(village, CADRE, "outcome-solved", appeal.id)


async def replied_late(village: Village) -> Aim:
    """The cadre's words came when the appeal had gone on."""
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.says(CADRE, "我明天上门", reply_to=card)
    return await button_of(village, CADRE, "button-pass-on", appeal.id)


async def reason_asked(village: Village) -> Aim:
    before = await replied(village)
    await village.taps_last(CADRE, "outcome-cannot")
    return await button_of(village, CADRE, "reason-is-above", before.appeal)


async def days_asked(village: Village) -> Aim:
    appeal = await village.file()
    await village.taps(CADRE, "extend", appeal.id, appeal.epoch)
    return await button_of(village, CADRE, "extend-days", appeal.id)


async def unit_asked(village: Village) -> Aim:
    appeal = await village.file()
    await village.taps(CADRE, "refer", appeal.id, appeal.epoch)
    return await button_of(village, CADRE, "refer-to-unit", appeal.id)


async def category_asked(village: Village) -> Aim:
    appeal = await village.file("other")
    await village.taps(CADRE, "categorize", appeal.id, appeal.epoch)
    return await button_of(village, CADRE, "category-named", appeal.id)


async def referred(village: Village) -> Aim:
    """The unit has it, and may give it back."""
    appeal = (await unit_asked(village)).appeal
    await village.taps_last(CADRE, "refer-to-unit")
    await village.taps_last(CADRE, "refer-plainly")
    filed = await village.county.session.get_one(Appeal, appeal)
    return Aim(INSPECTOR, filed.id, filed.epoch, filed.id)


async def day_asked(village: Village) -> Aim:
    """The unit's officer is asked by which day they promise an answer."""
    held_by_unit = await referred(village)
    await village.taps(INSPECTOR, "commit", held_by_unit.row, held_by_unit.epoch)
    return await button_of(village, INSPECTOR, "commit-days", held_by_unit.appeal)


async def what_asked(village: Village) -> Aim:
    """And has named the day."""
    asked = await day_asked(village)
    await village.taps_last(INSPECTOR, "commit-days")
    return await button_of(village, INSPECTOR, "commit-bare", asked.appeal)


async def whose_asked(village: Village) -> Aim:
    """The cadre wrote without replying to anything."""
    appeal = await village.file()
    await village.says(CADRE, "我明天上门")
    return await button_of(village, CADRE, "whose-number", appeal.id)


async def whose_asked_at_home(village: Village) -> Aim:
    """Of an official who lives in the village: it may be about the own household."""
    cast, county = village.cast, village.county
    account = await county.account(VILLAGE_LEAD)
    await add_member(county.session, cast.neighbours, account, "张庆林", Vouchers(), county.hands.now)
    appeal = await village.file()
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.says(VILLAGE_LEAD, "俺家门口的路坏了")
    return await button_of(village, VILLAGE_LEAD, "whose-own", None)


async def answered(village: Village) -> Aim:
    """The author is asked for a verdict."""
    before = await replied(village)
    await village.taps_last(CADRE, "outcome-solved")
    return await button_of(village, GUILAN, "verdict-solved", before.appeal)


async def previewed(village: Village) -> Aim:
    """Household and cadre read the entry before it goes up; the author has not judged."""
    before = await answered(village)
    await ask_silent_authors(village.later(days=3))
    return await button_of(village, CADRE, "echo-fine", before.appeal)


async def previewed_at_home(village: Village) -> Aim:
    at_office = await previewed(village)
    return Aim(GUILAN, at_office.row, 0, at_office.appeal)


async def advised_against(village: Village) -> Aim:
    before = await previewed(village)
    await village.taps_last(CADRE, "echo-advise-off")
    return await button_of(village, VILLAGE_LEAD, "echo-keep-off", before.appeal)


async def desk(_: Village) -> Aim:
    return Aim(CADRE)


async def drafted(village: Village) -> Aim:
    await village.says(GUILAN, SUBSIDY)
    return await button_of(village, GUILAN, "button-hand-in", None)


async def dropped(village: Village) -> Aim:
    await drafted(village)
    await village.taps_last(GUILAN, "button-drop")
    return await button_of(village, GUILAN, "button-take-up", None)


async def drafted_twice_over(village: Village) -> Aim:
    """Two matters in one breath."""
    await village.says(GUILAN, SUBSIDY)
    await village.says(GUILAN, MEDICINE)
    return await button_of(village, GUILAN, "button-two", None)


async def drafted_in_doubt(village: Village) -> Aim:
    """It may be more of what was filed just before."""
    await drafted(village)
    await village.taps_last(GUILAN, "button-hand-in")
    await village.says(GUILAN, "那天去问的时候门锁着")
    return await button_of(village, GUILAN, "button-same-matter", None)


async def added(village: Village) -> Aim:
    """Words that were added to a matter without being asked."""
    await drafted(village)
    await village.taps_last(GUILAN, "button-hand-in")
    village.later(hours=1)
    await village.says(GUILAN, "俺娘瘫床上 低保停了一个月了")
    return await button_of(village, GUILAN, "button-apart", None)


async def offered(village: Village) -> Aim:
    """Two households told of the clinic; the second is asked whether to join."""
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    return await button_of(village, XIUYING, "button-join", None)


async def joined_together(village: Village) -> Aim:
    """The appeal of the second, who said yes."""
    await offered(village)
    await village.taps_last(XIUYING, "button-join")
    return await button_of(village, XIUYING, "button-leave-issue", None)


async def answered_one_of_two(village: Village) -> Aim:
    """The cadre has answered one of the two appeals of an issue."""
    other = await joined_together(village)
    appeal = await village.county.session.get_one(Appeal, other.row)
    await village.says(CADRE, "药下周到", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-solved")
    return await button_of(village, CADRE, "button-together", other.row)


async def told_by(village: Village, user: int, words: str) -> None:
    """And handed in."""
    await village.says(user, words)
    await village.taps_last(user, "button-hand-in")


async def written_from_nothing(village: Village) -> Aim:
    """The cadre said something that replies to nothing, and it may be another household's."""
    await village.says(CADRE, WELL)
    return await button_of(village, CADRE, "whose-other", None)


async def home_named(village: Village) -> Aim:
    """The cadre was asked for whom, and several households are called so."""
    for key in (village.cast.household, village.cast.neighbours):
        (await village.county.session.get_one(Household, key)).head = "王德福"
    await written_from_nothing(village)
    await village.taps_last(CADRE, "whose-other")
    await village.says(CADRE, "王德福")
    return await button_of(village, CADRE, "home", None)


async def writer_asked(village: Village) -> Aim:
    """A household wants it written for them."""
    await village.taps(GUILAN, "ask_writer", 0)
    return await button_of(village, CADRE, "button-write-for-them", None)


async def drafted_by_two_homes(village: Village) -> Aim:
    """By a member of two households."""
    cast, county = village.cast, village.county
    await add_member(county.session, cast.neighbours, await county.account(GUILAN), "x", Vouchers(), county.hands.now)
    await village.says(GUILAN, SUBSIDY)
    return await button_of(village, GUILAN, "home", None)


async def written_for(village: Village) -> Aim:
    """The cadre wrote it down for her household, and she hears it read back."""
    (await village.county.session.get_one(Household, village.cast.household)).head = "王德福"
    await written_from_nothing(village)
    await village.taps_last(CADRE, "whose-other")
    await village.says(CADRE, "王德福")
    await village.taps_last(CADRE, "button-hand-in")
    return await button_of(village, GUILAN, "button-put-right", None)


async def deputy_asked(village: Village) -> Aim:
    await village.says(CADRE, "/deputy")
    return await button_of(village, CADRE, "deputy-who", None)


async def deputy_chosen(village: Village) -> Aim:
    await deputy_asked(village)
    await village.taps_last(CADRE, "deputy-who")
    return await button_of(village, CADRE, "deputy-days", None)


async def away(village: Village) -> Aim:
    """The cadre, with a deputy."""
    await deputy_chosen(village)
    await village.taps_last(CADRE, "deputy-days")
    await village.says(CADRE, "/deputy")
    return await button_of(village, CADRE, "deputy-end", None)


async def button_of(village: Village, user: int, label: str, appeal: int | None) -> Aim:
    button = await village.button(user, label)
    return Aim(user, button["id"], button["epoch"], appeal)
