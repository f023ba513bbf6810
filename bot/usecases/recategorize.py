"""What an appeal is about, put right by whoever has it: the likeliest are offered, and any other can be named."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotUnderstood, Stale
from bot.rules.lifecycle import Action
from bot.usecases.ask import answered, ask
from bot.usecases.drafted import words_of
from bot.usecases.people_of import show_to_holders
from bot.usecases.take_step import Wanted, access_to_change, access_to_take, take_step
from bot.usecases.turn import Toast, Turn
from nlp.categories import OTHER, category_of
from nlp.plain import plain
from storage.access import AppealView
from storage.appeals import Reading, record_reading
from storage.pieces import list_appeal_pieces

WHICH_CATEGORY = "which_category"
_SURE = 0.9  # of the likeliest: then no other is offered beside it


async def offer_categories(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    view = await access_to_take(turn, appeal_id, Action.RECLASSIFY, epoch)
    likely = await _likely(turn, view)
    await ask(turn, WHICH_CATEGORY, {"appeal": appeal_id, "epoch": epoch, "offered": likely})
    named = [(place, turn.policy.categories[code].name) for place, code in enumerate(likely)]
    buttons = [Button("category-named", "category_named", place, data={"category": name}) for place, name in named]
    await turn.answer("category-asked", buttons=buttons, about=appeal_id)
    return Toast("category-toast")


async def choose_category(turn: Turn, place: int) -> Toast:
    """Raises Stale where this chat was not offered it, another Refusal where the appeal went on since."""
    asked = await answered(turn, WHICH_CATEGORY)
    if place >= len(asked["offered"]):
        raise Stale
    await _put_right(turn, asked["appeal"], asked["epoch"], asked["offered"][place])
    return Toast("toast-done")


async def name_category(turn: Turn, appeal_id: int, epoch: int, words: str) -> None:
    """By its name, or by a word that belongs to it. Raises NotUnderstood where the words name none."""
    by_name = {category.name: code for code, category in turn.policy.categories.items()}
    category = by_name.get(words.strip(), category_of(plain(words)).category)
    if category not in turn.policy.categories or (category == OTHER and words.strip() not in by_name):
        raise NotUnderstood
    await _put_right(turn, appeal_id, epoch, category)


async def _likely(turn: Turn, view: AppealView) -> list[str]:
    """What its words may be about: never what it stands under already."""
    guess = category_of(plain(words_of(await list_appeal_pieces(turn.session, view))))
    codes = (guess.category,) if guess.confidence >= _SURE else (guess.category, guess.runner_up)
    return [code for code in codes if code in turn.policy.categories and code not in {OTHER, view.appeal.category}]


async def _put_right(turn: Turn, appeal_id: int, epoch: int, category: str) -> None:
    """The history keeps from what to what: it is an example for the next learning of words."""
    view = await access_to_change(turn, appeal_id)
    appeal = view.appeal
    if category == appeal.category:
        raise AlreadySo
    changed = {"from": appeal.category, "to": category}
    await take_step(turn, view, Wanted(Action.RECLASSIFY, epoch, data=changed))
    reading = Reading(category, appeal.keywords, appeal.title, appeal.urgency, appeal.danger)
    await record_reading(turn.session, appeal, reading)
    await show_to_holders(turn, appeal)
    await turn.answer("category-noted", about=appeal_id, category=turn.policy.categories[category].name)
