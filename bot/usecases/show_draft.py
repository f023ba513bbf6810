"""The draft's card: their own words said back, and the one thing that is asked about them."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.escalation import first_holder
from bot.rules.levels import Level
from bot.rules.people import surname_of
from bot.usecases.drafted import Drafted, kinds_of
from bot.usecases.file import find_world
from bot.usecases.give_receipt import number_of
from bot.usecases.people_of import say_holder, say_home
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from nlp.categories import OTHER
from nlp.clauses import quote_of
from storage.access import access_appeal
from storage.members import list_households_of_account
from storage.questions import record_question
from storage.viewers import find_viewer

WHICH = "which"
_MOST_HOMES = 2


async def show_draft(turn: Turn, villager: Villager, drafted: Drafted, *, again: bool = False) -> None:
    """`again`: the quiet time is over, and it cannot file itself."""
    if drafted.may_be_another_home:
        await _ask_whose(turn, villager, drafted)
    elif drafted.maybe_of is not None:
        await _ask_which(turn, drafted, drafted.maybe_of)
    elif drafted.may_be_two:
        await turn.answer("draft-two", buttons=_two(drafted.draft.id))
    elif drafted.may_be_about_the_cadre:
        own = surname_of(villager.cadre_name) or "none"
        await turn.answer("draft-about-cadre", buttons=about_cadre(drafted.draft.id), own=own)
    elif not drafted.text:
        await _show_wordless(turn, villager, drafted, again=again)
    elif not drafted.reads_as_appeal and not again:
        await turn.answer("draft-go-on", home=_home(villager))
    else:
        await _show_words(turn, villager, drafted)


async def _show_words(turn: Turn, villager: Villager, drafted: Drafted) -> None:
    category = drafted.reading.category
    known = not drafted.reading.abstain and category != OTHER and category in turn.policy.categories
    name = turn.policy.categories[category].name if known else "none"
    to: dict[str, Any] = await _addressee(turn, villager)
    private = drafted.may_be_private
    wording, choices = ("draft-private", _private) if private else ("draft-card", _plain)
    data: dict[str, Any] = {"words": quote_of(drafted.text), "category": name, "home": _home(villager)} | to
    buttons = [one for one in choices(drafted.draft.id, _named(to)) if one.verb != "hide" or not villager.is_the_cadre]
    await turn.answer(wording, buttons=buttons, **data)


async def _show_wordless(turn: Turn, villager: Villager, drafted: Drafted, *, again: bool) -> None:
    """A voice is handed on as it is; a picture alone does not say what it is about."""
    to: dict[str, Any] = await _addressee(turn, villager)
    kind = "voice" if "voice" in kinds_of(drafted.pieces) else next(iter(kinds_of(drafted.pieces)), "other")
    if kind == "voice":
        buttons = (Button("button-yes", "hand_in", drafted.draft.id), _hide(drafted.draft.id, _named(to)))
        await turn.answer("draft-voice", buttons=buttons[: 1 if villager.is_the_cadre else 2], **to)
    else:
        button = Button("button-hand-in-as-it-is", "hand_in", drafted.draft.id)
        await turn.answer("draft-wordless", buttons=(button,) if again else (), what=kind)


async def show_more(turn: Turn, drafted: Drafted) -> None:
    """What came in besides is kept too."""
    draft = drafted.draft.id
    await turn.answer("draft-more", buttons=(Button("button-hand-in", "hand_in", draft),))


async def _addressee(turn: Turn, villager: Villager) -> dict[str, Any]:
    return await say_holder(turn, first_holder((await find_world(turn, villager)).ladder))


async def _ask_whose(turn: Turn, villager: Villager, drafted: Drafted) -> None:
    """Somebody who speaks for several: the grandson for his own home, or for his grandmother's?"""
    homes = await list_households_of_account(turn.session, villager.account.id)
    draft = drafted.draft.id
    buttons = [Button("home", "draft_home", draft, home.id, {"home": say_home(home)}) for home in homes[:_MOST_HOMES]]
    await turn.answer("for-whom-said", buttons=[*buttons, Button("other-home", "draft_other", draft)])


def _home(villager: Villager) -> str:
    return "none" if villager.is_member else say_home(villager.household)


async def _ask_which(turn: Turn, drafted: Drafted, appeal_id: int) -> None:
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    appeal = (await access_appeal(turn.session, viewer, appeal_id)).appeal
    number, draft = number_of(appeal), drafted.draft.id
    expires_at = turn.now + turn.policy.drafts.question_expires
    who, data = turn.who, {"draft": draft, "number": appeal.number}
    await record_question(turn.session, who.bot_id, who.chat_id, WHICH, data, expires_at, turn.now)
    buttons = (
        Button("button-same-matter", "same_matter", draft, data={"number": number}),
        Button("button-other-matter", "other_matter", draft),
    )
    await turn.answer("draft-which", buttons=buttons, number=number, title=appeal.title)


def _plain(draft: int, cadre: str) -> tuple[Button, ...]:
    return Button("button-hand-in", "hand_in", draft), _hide(draft, cadre), Button("button-drop", "drop", draft)


def _private(draft: int, cadre: str) -> tuple[Button, ...]:
    return (
        Button("button-hand-in-private", "hand_in_private", draft),
        Button("button-hand-in-open", "hand_in_open", draft),
        _hide(draft, cadre),
    )


def _two(draft: int) -> tuple[Button, ...]:
    return Button("button-two", "two_matters", draft), Button("button-one", "one_matter", draft)


def about_cadre(draft: int) -> tuple[Button, ...]:
    return (
        Button("button-accuse", "accuse", draft),
        Button("button-unseen", "unseen", draft),
        Button("button-may-see", "may_see", draft),
    )


def _hide(draft: int, cadre: str) -> Button:
    return Button("button-hide", "hide", draft, data={"cadre": cadre})


def _named(to: dict[str, Any]) -> str:
    return str(to["holder"] if to["level"] == Level.CADRE else "none")
