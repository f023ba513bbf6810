"""The steps of one matter from a villager's words to the wall, each a thing that a person writes or taps.

Where a story stands is read off the phones and the wall alone. So it can be stopped anywhere, taken over by hand and
gone on with, also after everything was killed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.demo.phones import Message, Phone, buttons_of
from bot.demo.stories import Story

_OPENING = 12  # characters of somebody's words by which they are known on the wall


@dataclass(frozen=True)
class Scene:
    """What stands on the phones of the story's people, and on the wall."""

    story: Story
    screens: Mapping[str, Sequence[Message]]
    wall: str

    @cached_property
    def told(self) -> Sequence[Message]:
        """The author's chat from the story's words on; empty before they were said."""
        return _from_own(self.screens[self.story.villager], self.story.words)

    @cached_property
    def number(self) -> str | None:
        """What the receipt calls it."""
        receipts = (re.match(r"(\d+)号,交给", _text(message)) for message in self.told)
        return next((receipt[1] for receipt in receipts if receipt), None)

    def card_of(self, official: str) -> Message | None:
        return _last(self.screens[official], rf"\S* ?\S+-{self.number} · ") if self.number else None

    def holds(self, pattern: str) -> Message | None:
        """The author's message that begins so, after the number."""
        return _last(self.told, f"{self.number}号{pattern}") if self.number else None

    @cached_property
    def replied(self) -> Sequence[Message]:
        """The answering official's chat from the answer on; empty before it was given."""
        return _from_own(self.screens[self.story.answered_by], self.story.answer)

    @property
    def is_on_wall(self) -> bool:
        return self.story.words[:_OPENING] in self.wall


@dataclass(frozen=True)
class Deed:
    """Words, written as a reply to `on` where that is given; or the button of this label on it."""

    on: Message | None = None
    words: str | None = None
    label: str | None = None

    async def do(self, phone: Phone) -> None:
        if self.words is not None:
            await phone.say(self.words, self.on["message_id"] if self.on else None)
        elif self.on is not None and self.label is not None:
            await phone.tap(self.on, self.label)


@dataclass(frozen=True)
class Step:
    """`deed` is None while what it needs is not on the phone yet."""

    name: str
    who: str
    deed: Callable[[Scene], Deed | None]
    is_done: Callable[[Scene], bool]


def steps_of(story: Story) -> tuple[Step, ...]:
    return (*_filing(story), *_answering(story), *_ending(story))


def _filing(story: Story) -> tuple[Step, ...]:
    def hands_in(scene: Scene) -> Deed | None:
        return _tap(_with_button(scene.told, "交上去"), "交上去")

    return (
        Step("say", story.villager, lambda _: Deed(words=story.words), lambda scene: bool(scene.told)),
        Step("hand_in", story.villager, hands_in, lambda scene: scene.number is not None),
    )


def _answering(story: Story) -> tuple[Step, ...]:
    """With a lead, the cadre passes it up first."""
    official = story.answered_by

    def passes_up(scene: Scene) -> Deed | None:
        return _tap(scene.card_of(story.cadre), "办不了,报上级")

    def accepts(scene: Scene) -> Deed | None:
        return _tap(scene.card_of(official), "接手")

    def is_accepted(scene: Scene) -> bool:
        card = scene.card_of(official)
        return card is not None and "接手" not in buttons_of(card)

    def replies(scene: Scene) -> Deed | None:
        card = scene.card_of(official)
        return Deed(card, words=story.answer) if card else None

    def says_done(scene: Scene) -> Deed | None:
        return _tap(_with_button(scene.replied, "办好了"), "办好了")

    passing_up = Step("pass_up", story.cadre, passes_up, lambda scene: scene.card_of(official) is not None)
    return (
        *((passing_up,) if story.lead else ()),
        Step("accept", official, accepts, is_accepted),
        Step("reply", official, replies, lambda scene: bool(scene.replied)),
        Step("outcome", official, says_done, lambda scene: scene.holds("有回音了") is not None),
    )


def _ending(story: Story) -> tuple[Step, ...]:
    def judges(scene: Scene) -> Deed | None:
        return _tap(scene.holds("有回音了"), "解决了")

    def agrees(scene: Scene) -> Deed | None:
        return _tap(scene.holds("明天上村里的回音壁"), "好")

    return (
        Step("judge", story.villager, judges, lambda scene: scene.holds("记下了") is not None),
        Step("agree", story.villager, agrees, lambda scene: scene.is_on_wall),
    )


def next_step(steps: Sequence[Step], scene: Scene) -> int:
    """Its place, from 0; their count when all are done. What somebody did by hand counts as well."""
    done = [at for at, step in enumerate(steps) if step.is_done(scene)]
    return done[-1] + 1 if done else 0


def _tap(on: Message | None, label: str) -> Deed | None:
    return Deed(on, label=label) if on is not None and label in buttons_of(on) else None


def _with_button(messages: Sequence[Message], label: str) -> Message | None:
    return next((message for message in reversed(messages) if label in buttons_of(message)), None)


def _last(messages: Sequence[Message], pattern: str) -> Message | None:
    return next((message for message in reversed(messages) if re.match(pattern, _text(message))), None)


def _from_own(screen: Sequence[Message], words: str) -> Sequence[Message]:
    said = [at for at, message in enumerate(screen) if message.get("out") and _text(message) == words]
    return screen[said[-1] :] if said else ()


def _text(message: Message) -> str:
    return str(message.get("text", ""))
