from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.parts import LONGEST, split
from bot.delivery.settle import COPY_AFTER
from tests.bot.delivery.post import Post
from tests.bot_api import HANG_UP

PARAGRAPHS = ["甲" * 2500, "乙" * 2500, "丙" * 100]
LONG = "\n\n".join(PARAGRAPHS)
SECOND = "\n\n".join(PARAGRAPHS[1:])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(st.text("甲乙。, \n👨", max_size=300))
def test_no_part_is_longer_than_the_bot_api_takes_and_no_word_is_lost(text: str) -> None:
    parts = split(text, longest=20)
    assert all(_units(part) <= 20 for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_long_text_is_cut_between_paragraphs_where_there_are_any() -> None:
    assert split(LONG) == [PARAGRAPHS[0], SECOND]


def test_a_paragraph_that_is_too_long_is_cut_after_a_sentence() -> None:
    sentence = "俺娘的低保停了。"
    assert all(part.endswith("。") for part in split(sentence * 1000))


def test_a_mark_on_the_longest_part_still_fits() -> None:
    assert max(map(len, split("啊" * 9000))) + len("(重发)") <= LONGEST


async def test_parts_arrive_in_order_before_what_was_written_later(post: Post) -> None:
    await post.write("1", wording="resent", text=LONG)
    await post.write("2", wording="not-understood")
    await post.calls(3)
    assert post.texts == [f"(重发){PARAGRAPHS[0]}", SECOND, "这个我看不懂,您用字说就行。"]


async def test_only_the_part_in_doubt_is_sent_again(post: Post) -> None:
    post.api.script("sendMessage", HANG_UP)
    await post.write("1", wording="resent", text=LONG)
    await post.calls(1)
    post.hands.move(COPY_AFTER)
    await post.calls(3)
    assert post.texts == [f"(重发){PARAGRAPHS[0]}", f"(重发)(重发){PARAGRAPHS[0]}", SECOND]


async def test_a_part_in_doubt_for_good_does_not_hold_back_the_next_one(post: Post) -> None:
    # telegram.md §3: later chunks of a long text are not abandoned when one is ambiguous
    post.api.script("sendMessage", HANG_UP, HANG_UP)
    await post.write("1", wording="resent", text=LONG)
    await post.calls(1)
    post.hands.move(COPY_AFTER)
    await post.calls(3)
    assert post.texts[-1] == SECOND
    (letter,) = await post.letters()
    assert "part 1 in doubt" in (letter.error or "")
