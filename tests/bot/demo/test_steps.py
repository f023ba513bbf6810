"""Where a story stands, read off its people's phones."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from bot.demo.phones import Message
from bot.demo.steps import Scene, next_step, steps_of
from bot.demo.stories import Story, read_cast

PLAIN = Story("王桂兰", "孙有田", "井没水半年了,挑水要走二里地", "明天派人来清井")
PASSED_UP = replace(PLAIN, lead="张庆林")
DRAFT = ("收到了,记的是您的原话", "交上去", "随便说说")
RECEIPT = ("1号,交给孙干部。明天下班前接手。",)
CARD = ("🔵 磨石沟-1 · 饮水水利 · 下周三以前\n“井没水半年了”", "接手", "办不了,报上级", "更多")
ACCEPTED = (CARD[0], "办不了,报上级", "更多")
ASKED = ("磨石沟-1这么回。办得怎么样了?", "办好了", "还在办")
ANSWER = ("1号有回音了(孙干部):…", "解决了", "没解决")
_ids = count(1)


def own(text: str) -> Message:
    return {"message_id": next(_ids), "out": True, "text": text}


def bots(text: str, *labels: str) -> Message:
    keyboard = [[{"text": label, "callback_data": label}] for label in labels]
    return {"message_id": next(_ids), "text": text, "reply_markup": {"inline_keyboard": keyboard}}


def scene(story: Story = PLAIN, wall: str = "", **phones: Sequence[Message]) -> Scene:
    nobody: dict[str, Any] = {"王桂兰": (), "孙有田": (), "张庆林": ()}
    return Scene(story, nobody | phones, wall)


def comes(seen: Scene) -> tuple[str, str | None]:
    """The next step, and the words or the button that it comes to; None where it waits for the bot."""
    steps = steps_of(seen.story)
    step = steps[next_step(steps, seen)]
    deed = step.deed(seen)
    return step.name, (deed.words or deed.label) if deed else None


def test_every_step_follows_from_what_stands_on_the_phones() -> None:
    said = [own(PLAIN.words)]
    filed = [*said, bots(*DRAFT), bots(*RECEIPT)]
    replied = [bots(*ACCEPTED), own(PLAIN.answer)]
    answered = [*filed, bots(*ANSWER)]
    judged = [*answered, bots("1号明天上村里的回音壁,是这样写的", "好", "别写我家的事"), bots("1号记下了:解决了。")]
    assert comes(scene()) == ("say", PLAIN.words)
    assert comes(scene(王桂兰=[*said, bots(*DRAFT)])) == ("hand_in", "交上去")
    assert comes(scene(王桂兰=filed, 孙有田=[bots(*CARD)])) == ("accept", "接手")
    assert comes(scene(王桂兰=filed, 孙有田=[bots(*ACCEPTED)])) == ("reply", PLAIN.answer)
    assert comes(scene(王桂兰=filed, 孙有田=[*replied, bots(*ASKED)])) == ("outcome", "办好了")
    assert comes(scene(王桂兰=answered, 孙有田=replied)) == ("judge", "解决了")
    assert comes(scene(王桂兰=judged, 孙有田=replied)) == ("agree", "好")
    over = scene(wall=f"<p>“{PLAIN.words}”</p>", 王桂兰=judged, 孙有田=replied)
    assert next_step(steps_of(PLAIN), over) == len(steps_of(PLAIN))


def test_what_was_said_before_a_kill_is_never_said_again() -> None:
    assert comes(scene(王桂兰=[own(PLAIN.words)])) == ("hand_in", None)
    filed = [own(PLAIN.words), bots(*DRAFT), bots(*RECEIPT)]
    assert comes(scene(王桂兰=filed, 孙有田=[bots(*ACCEPTED), own(PLAIN.answer)])) == ("outcome", None)


def test_what_somebody_did_by_hand_counts_whatever_words_they_took() -> None:
    filed = [own(PLAIN.words), bots(*DRAFT), bots(*RECEIPT)]
    by_hand = scene(王桂兰=[*filed, bots(*ANSWER)], 孙有田=[bots(*ACCEPTED), own("井清好了")])
    assert comes(by_hand) == ("judge", "解决了")


def test_a_matter_that_is_passed_up_is_the_leads_from_then_on() -> None:
    filed = [own(PLAIN.words), bots(*DRAFT), bots(*RECEIPT)]
    assert comes(scene(PASSED_UP, 王桂兰=filed, 孙有田=[bots(*CARD)])) == ("pass_up", "办不了,报上级")
    assert comes(scene(PASSED_UP, 王桂兰=filed, 孙有田=[bots(*CARD)], 张庆林=[bots(*CARD)])) == ("accept", "接手")


def test_one_number_is_not_taken_for_another() -> None:
    filed = [own(PLAIN.words), bots(*DRAFT), bots(*RECEIPT)]
    other = bots(CARD[0].replace("-1 ", "-11 "), *CARD[1:])
    assert comes(scene(王桂兰=filed, 孙有田=[other])) == ("accept", None)


def test_the_three_matters_of_the_report_are_told_and_each_step_has_its_words() -> None:
    cast = read_cast()
    assert [next(word for word in ("低保", "卫生室", "查体") if word in one.words) for one in cast.stories] == [
        "低保",
        "卫生室",
        "查体",
    ]
    for story in cast.stories:
        assert {story.villager, story.cadre, story.answered_by} <= {*cast.people}
        assert {step.name for step in steps_of(story)} <= cast.says.keys()
