"""A reply to an appeal's card, or to anything of that appeal: kept at once, and asked what it comes to."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotInYourHands, NotNow
from bot.rules.levels import Level
from bot.rules.lifecycle import Actor, Status
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_account, acting_official
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Turn
from storage.access import AppealView
from storage.answers import NewAnswer, add_answer, find_unsent_answer, record_answer_added_to
from storage.models import Answer
from storage.pieces import Belongs, find_of_album, find_piece, record_piece_moved

ENDED = (Status.CLOSED, Status.WITHDRAWN)


async def answer_appeal(turn: Turn, appeal_id: int, heard: Heard) -> None:
    """Raises NotInYourHands, or NotNow where the appeal has ended."""
    view = await access_to_answer(turn, appeal_id)
    answer = await begin_answer(turn, view, heard.words)
    to = Belongs(answer_id=answer.id)
    begun = await find_of_album(turn.session, turn.who, heard.album)
    if not await keep_piece(turn, await acting_account(turn), heard, to):
        kept = await find_piece(turn.session, turn.who.bot_id, turn.who.chat_id, heard.message_id)
        if kept:  # said before, and only now known to be for this appeal
            await record_piece_moved(turn.session, kept, to)
    if begun and begun.answer_id == answer.id:
        return  # one question for the whole album
    await ask_outcome(turn, view, answer)


async def access_to_answer(turn: Turn, appeal_id: int) -> AppealView:
    """The appeal, locked. Raises as `answer_appeal` does."""
    view = await access_to_change(turn, appeal_id)
    if Actor.HOLDER not in view.actors:
        raise NotInYourHands
    if view.appeal.status in ENDED:
        raise NotNow
    return view


async def answer_in_words(turn: Turn, view: AppealView, words: str) -> None:
    """Words that they tapped to make them their own, as if they had replied with them. Raises AlreadySo where these
    lie on the table."""
    waiting = await find_unsent_answer(turn.session, view.appeal.id, (await acting_official(turn)).id)
    if waiting is not None and words in waiting.text:
        raise AlreadySo
    await ask_outcome(turn, view, await begin_answer(turn, view, words))


async def ask_outcome(turn: Turn, view: AppealView, answer: Answer) -> None:
    number = number_for_officials(view.appeal.series, view.appeal.number)
    buttons = outcome_buttons(answer.id, Status(view.appeal.status))
    await turn.answer("outcome-asked", buttons=buttons, about=view.appeal.id, number=number)


async def begin_answer(turn: Turn, view: AppealView, words: str) -> Answer:
    """Goes on with what the official has on the table, or begins anew; the ten minutes begin anew too."""
    official = await acting_official(turn)
    goes_out_at = turn.now + turn.policy.answers.untapped
    waiting = await find_unsent_answer(turn.session, view.appeal.id, official.id)
    if waiting is None:
        level = Level(view.appeal.level)
        new = NewAnswer(view.appeal.id, official.id, level, words, goes_out_at)
        return await add_answer(turn.session, new, turn.now)
    await record_answer_added_to(turn.session, waiting, "\n".join(filter(None, (waiting.text, words))), goes_out_at)
    return waiting


def outcome_buttons(answer_id: int, status: Status) -> list[Button]:
    """What was forwarded may end with the higher authority's own answer."""
    from_above = [Button("outcome-forwarded", "out_forwarded", answer_id)]
    return [
        *(from_above if status is Status.FORWARDED else ()),
        Button("outcome-solved", "out_solved", answer_id),
        Button("outcome-telling", "out_telling", answer_id),
        Button("outcome-partly", "out_partly", answer_id),
        Button("outcome-explained", "out_explained", answer_id),
        Button("outcome-cannot", "out_cannot", answer_id),
    ]
