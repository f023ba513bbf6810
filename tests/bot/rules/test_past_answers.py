from bot.rules.lifecycle import Verdict
from bot.rules.past_answers import order_of


def test_what_was_solved_stands_first_whatever_is_likelier_and_not_solved_last() -> None:
    offered = [(Verdict.NOT_SOLVED, 0.9), (None, 0.6), (Verdict.HALF, 0.8), (Verdict.SOLVED, 0.5), (None, 0.7)]
    ranked = sorted(offered, key=lambda one: order_of(one[0], one[1], 1))
    assert ranked == [(Verdict.SOLVED, 0.5), (None, 0.7), (None, 0.6), (Verdict.HALF, 0.8), (Verdict.NOT_SOLVED, 0.9)]


def test_of_equals_the_newest_stands_first() -> None:
    assert order_of(None, 0.5, 8) < order_of(None, 0.5, 7)
