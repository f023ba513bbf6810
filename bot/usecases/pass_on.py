"""An official's words to an appeal that has gone on: not sent to its author, and not lost."""

from dataclasses import replace

from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.rules.lifecycle import Action
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_account, acting_official
from bot.usecases.answer_appeal import ENDED
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.people_of import say_holder, tell_official
from bot.usecases.send_answer import form_of, pass_on_button
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.turn import Post, Toast, Turn
from storage.access import AppealView, access_appeal, find_holding_officials
from storage.answers import NewAnswer, add_dropped_answer, find_answer
from storage.models import Answer, Appeal, Official
from storage.officials import list_accounts_of_official
from storage.pieces import Belongs, find_of_album, list_answer_files
from storage.standings import find_standing
from storage.viewers import find_viewer


async def hear_helper(turn: Turn, view: AppealView, heard: Heard) -> None:
    """What was called for from them: noted in the history, and handed to whoever holds the appeal."""
    account, begun = await acting_account(turn), await find_of_album(turn.session, turn.who, heard.album)
    if begun and begun.answer_id:
        await keep_piece(turn, account, heard, Belongs(answer_id=begun.answer_id))
        await pass_on(turn, begun.answer_id)
        return
    answer = await _keep(turn, view, heard)
    wanted = Wanted(Action.NOTE, note=heard.words or None, data={"answer": answer.id})
    await take_step(turn, await access_to_change(turn, view.appeal.id), wanted)
    await pass_on(turn, answer.id)
    await turn.answer("helper-heard", about=view.appeal.id)


async def _keep(turn: Turn, view: AppealView, heard: Heard) -> Answer:
    official = await acting_official(turn)
    new = NewAnswer(view.appeal.id, official.id, Level(view.appeal.level), heard.words, turn.now)
    answer = await add_dropped_answer(turn.session, new, turn.now)
    await keep_piece(turn, await acting_account(turn), heard, Belongs(answer_id=answer.id))
    return answer


async def keep_late_words(turn: Turn, view: AppealView, heard: Heard) -> None:
    """They are kept with the appeal; whoever holds it now may have them, if the official wants."""
    account, begun = await acting_account(turn), await find_of_album(turn.session, turn.who, heard.album)
    if begun and begun.answer_id:
        await keep_piece(turn, account, heard, Belongs(answer_id=begun.answer_id))
        return
    appeal, answer = view.appeal, await _keep(turn, view, heard)
    number = number_for_officials(appeal.series, appeal.number)
    if appeal.status in ENDED:
        await turn.answer("words-after-end", about=appeal.id, number=number)
    else:
        holder = await say_holder(turn, (await find_standing(turn.session, appeal)).holder)
        await turn.answer("words-came-late", buttons=[pass_on_button(answer)], about=appeal.id, number=number, **holder)


async def pass_on(turn: Turn, answer_id: int) -> Toast:
    """▢ 转给现在办的人. Raises NotYours for words of somebody else, or of an appeal that they may not see any more."""
    answer, official = await find_answer(turn.session, answer_id), await acting_official(turn)
    if answer is None or answer.official_id != official.id or answer.dropped_at is None:
        raise NotYours
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    view = await access_appeal(turn.session, viewer, answer.appeal_id)
    await pass_words_on(turn, view.appeal, answer, official)
    return Toast("passed-on-toast")


async def pass_words_on(post: Post, appeal: Appeal, answer: Answer, by: Official) -> None:
    """To whoever holds the appeal now, with its files, and once however often it is asked."""
    number = number_for_officials(appeal.series, appeal.number)
    files = await list_answer_files(post.session, answer.id)
    once = replace(post, occasion=f"passed-on:{answer.id}")
    for holder in sorted(await find_holding_officials(post.session, appeal)):
        data = {"name": by.name, "form": form_of(answer), "words": answer.text}
        await tell_official(once, holder, appeal, "passed-on", data)
        for account in await list_accounts_of_official(post.session, holder):
            for media_id in files:
                await once.enclose(account, media_id, "file-of-appeal", {"number": number}, about=appeal.id)
