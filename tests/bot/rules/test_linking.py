from datetime import UTC, datetime, timedelta

from bot.rules.linking import CardLife, choose_leads

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
CADRE, VILLAGE, AREA, MAYOR = 1, 2, 3, 4
PATH = [[VILLAGE], [AREA], [MAYOR, CADRE]]
"""As in the report, the cadre of 磨石沟 is also a lead of its township."""


def test_the_village_lead_is_asked_first_and_whoever_has_no_phone_is_passed_over() -> None:
    assert choose_leads(PATH, CADRE, {VILLAGE, AREA}) == (VILLAGE,)
    assert choose_leads(PATH, CADRE, {AREA, MAYOR}) == (AREA,)


def test_a_cadre_is_never_asked_in_whatever_other_post() -> None:
    assert choose_leads(PATH, CADRE, {CADRE, MAYOR}) == (MAYOR,)
    assert choose_leads(PATH, CADRE, {CADRE}) == ()
    assert choose_leads(PATH, VILLAGE, {VILLAGE, AREA}) == (AREA,)


def test_without_a_cadre_the_first_lead_of_the_village_stands_for_one() -> None:
    assert choose_leads(PATH, None, {VILLAGE, AREA}) == (AREA,)


def test_a_card_opens_until_it_is_used_replaced_or_old() -> None:
    week = NOW + timedelta(days=7)
    assert CardLife(week, None, None).opens(NOW)
    assert CardLife(None, None, None).opens(NOW)
    assert not CardLife(week, None, None).opens(week)
    assert not CardLife(week, NOW, None).opens(NOW)
    assert not CardLife(week, None, NOW).opens(NOW)
