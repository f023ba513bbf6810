from bot.rules.common_issues import Like, Member, Near, Partner, Reach, partner_of, reach_of

HOME = Like(1, 10, Near.HOME)
NEIGHBOUR, ANOTHER = Like(2, 20, Near.VILLAGE), Like(3, 30, Near.VILLAGE)
FAR = Like(4, 40, Near.AREA)


def test_the_own_household_comes_before_the_village_and_the_village_before_the_area() -> None:
    assert partner_of([FAR, NEIGHBOUR, HOME]) == Partner(HOME, 1)
    assert partner_of([FAR, NEIGHBOUR, ANOTHER]) == Partner(NEIGHBOUR, 2)
    assert partner_of([FAR]) == Partner(FAR, 1)
    assert partner_of([]) is None


def test_an_issue_that_is_there_is_joined_before_a_new_one_is_made() -> None:
    joined = Like(5, 50, Near.VILLAGE, issue=7)
    assert partner_of([NEIGHBOUR, joined]) == Partner(joined, 2)


def test_a_household_with_two_such_appeals_is_one_household() -> None:
    assert partner_of([NEIGHBOUR, Like(6, 20, Near.VILLAGE)]) == Partner(NEIGHBOUR, 1)


def test_what_was_answered_is_counted_but_not_joined() -> None:
    answered = Like(7, 70, Near.VILLAGE, is_open=False)
    assert partner_of([answered, NEIGHBOUR]) == Partner(NEIGHBOUR, 2)
    assert partner_of([answered]) is None


def test_whoever_was_asked_decides_for_themselves() -> None:
    alone = Like(8, 80, Near.VILLAGE, decides=True)
    assert partner_of([alone]) is None
    assert partner_of([alone, NEIGHBOUR]) == Partner(NEIGHBOUR, 2)
    agreed = Like(9, 90, Near.VILLAGE, issue=7, decides=True)
    assert partner_of([agreed]) == Partner(agreed, 1)


def test_one_answer_reaches_what_is_open_and_in_the_same_hands() -> None:
    members = [Member(3, True, True), Member(1, True, True), Member(2, True, False), Member(4, False, True)]
    assert reach_of(members) == Reach((1, 3), 1)
    assert reach_of([]) == Reach((), 0)
