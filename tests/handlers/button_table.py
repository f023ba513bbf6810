"""Each verb's button: how things stand before the tap, and what is said to whom it is not for."""

from dataclasses import dataclass
from typing import Any

from handlers import cadre, lead, linking, threads, verdicts, villager
from tests.handlers import (
    handover_scenes,
    issue_scenes,
    ladder_scenes,
    linking_scenes,
    scenes,
    study_scenes,
    thread_scenes,
)
from tests.handlers.scenes import Scene
from tests.storage.county import CADRE, DAYONG, GUILAN, INSPECTOR, OFFICE, VILLAGE_LEAD, XIUYING

STRANGER, ELSEWHERE = 9999, 2008
"""Somebody never seen; a cadre of another village."""
EVERYBODY = (STRANGER, GUILAN, DAYONG, XIUYING, CADRE, ELSEWHERE, VILLAGE_LEAD, INSPECTOR)
ALL_VERBS = {**cadre.VERBS, **lead.VERBS, **threads.VERBS, **verdicts.VERBS, **villager.VERBS, **linking.VERBS}
NOT_YOURS, ALREADY, STALE, SCAN, GONE = "not-yours", "already-so", "stale", "scan-again", "not-in-your-hands"


@dataclass(frozen=True)
class Button:
    """What is said to whom it is not for; to the one whose it is at a second tap (`again`), at a tap after the
    appeal changed (`stale`), after it went on to the next level (`former`), and after its author has barred the cadre
    (`barred`); and where nothing is what the tap names (`nothing`). None: the case cannot be, or is no refusal."""

    scene: Scene
    others: str = NOT_YOURS
    again: str | None = ALREADY
    stale: str | None = None
    former: str | None = None
    barred: str | None = None
    nothing: str | None = NOT_YOURS
    may: frozenset[int] = frozenset()
    """Besides the one whose it is."""


def _held(scene: Scene = scenes.held, again: str | None = STALE, **more: Any) -> Button:
    return Button(scene, **{"again": again, "stale": STALE, "former": NOT_YOURS, "barred": NOT_YOURS} | more)


def _said(again: str | None = ALREADY) -> Button:
    return Button(scenes.replied, again=again, former=GONE, barred=NOT_YOURS)


def _own(again: str | None, scene: Scene = scenes.own) -> Button:
    return Button(scene, again=again)


def _draft(scene: Scene = scenes.drafted, again: str | None = ALREADY) -> Button:
    return Button(scene, again=again)


def _judged(again: str | None = ALREADY) -> Button:
    return Button(scenes.answered, again=again)


_FAMILY = frozenset({GUILAN, DAYONG})
_LEADS = frozenset({CADRE, ELSEWHERE})
_NEIGHBOURS = _FAMILY | {XIUYING}
BUTTONS = {
    "accept": _held(again="already-accepted", stale="already-accepted"),
    "open": _held(scenes.held_private, again=None, stale=None, may=frozenset({GUILAN})),
    "escalate": _held(again=NOT_YOURS),
    "return": Button(scenes.referred, again=None),
    "commit": Button(scenes.referred, again=None, barred=STALE),
    "commit_days": Button(scenes.day_asked, STALE, STALE, barred=STALE, nothing="not-understood"),
    "commit_bare": Button(scenes.what_asked, STALE, STALE, barred=STALE, nothing=None),
    "cadre_more": _held(again=None),
    "ask_back": _held(again=None),
    "extend": _held(again=None),
    "refer": _held(again=None),
    "extend_days": Button(scenes.days_asked, STALE, STALE, STALE, NOT_YOURS, NOT_YOURS, nothing=None),
    "categorize": _held(again=None, may=frozenset({GUILAN})),
    "category_named": Button(scenes.category_asked, STALE, STALE, STALE, NOT_YOURS, NOT_YOURS, nothing=STALE),
    "refer_unit": Button(scenes.unit_asked, STALE, STALE, STALE, NOT_YOURS, NOT_YOURS),
    "refer_plainly": Button(ladder_scenes.refer_reason_asked, STALE, STALE, STALE, NOT_YOURS, NOT_YOURS, nothing=None),
    "refer_official": Button(ladder_scenes.cadre_asked, STALE, STALE, barred=NOT_YOURS, nothing="no-such-colleague"),
    "take_over": Button(ladder_scenes.below_the_office, again=ALREADY, stale=STALE, former=STALE),
    "call_in": Button(ladder_scenes.climbed, again=None, barred=NOT_YOURS),
    "call_unit": Button(ladder_scenes.helper_asked, STALE, STALE, barred=NOT_YOURS),
    "forward_up": Button(ladder_scenes.at_the_county, again=None),
    "bring_back": Button(ladder_scenes.ended, again=None),
    "withdraw_for": Button(ladder_scenes.written_without_a_phone, again=None, stale=STALE, former=STALE),
    "keep_private": _held(again=ALREADY, stale=None, may=frozenset({GUILAN})),
    "files": _held(again=None, stale=None, former=None, may=frozenset({GUILAN, DAYONG})),
    "story": _held(again=None, stale=None, former=None),
    "tie_grid": Button(thread_scenes.asked_which, STALE, again=STALE),
    "as_answer": Button(thread_scenes.noted, barred=NOT_YOURS),
    "pass_on": Button(scenes.replied_late, again=None, barred=NOT_YOURS),
    "out_solved": _said(),
    "out_telling": _said(),
    "out_partly": _said(),
    "out_explained": _said(again=None),
    "out_cannot": _said(again=None),
    "out_forwarded": Button(ladder_scenes.answered_from_above),
    "answer_together": Button(scenes.answered_one_of_two),
    "answer_alone": Button(scenes.answered_one_of_two, again=None),
    "put_in": _held(issue_scenes.told_of_one_matter, again=None),
    "put_in_with": Button(issue_scenes.partner_asked, STALE, STALE, STALE, NOT_YOURS, NOT_YOURS),
    "take_apart": Button(issue_scenes.put_together),
    "issue": _held(issue_scenes.sharing, again=None, stale=None),
    "show_past": _held(issue_scenes.answered_before, again=None, stale=None),
    "past_use": _held(issue_scenes.past_shown, again=None, stale=None, nothing=STALE),
    "past_say": _held(issue_scenes.past_drafted, again=ALREADY, stale=None, nothing=STALE),
    "past_stale": _held(issue_scenes.past_shown, again=STALE, stale=None, nothing=STALE),
    "past_good": Button(issue_scenes.past_marked),
    "reason_above": Button(scenes.reason_asked, STALE, STALE, None, GONE, NOT_YOURS, nothing=None),
    "whose": Button(scenes.whose_asked, again=ALREADY, former=GONE, barred=NOT_YOURS),
    "whose_own": Button(scenes.whose_asked_at_home),
    "write_for": Button(scenes.written_from_nothing, again=None),
    "write_for_home": Button(scenes.home_named, STALE, again=STALE, nothing=NOT_YOURS),
    "write_for_them": Button(scenes.writer_asked, again=None, may=_NEIGHBOURS | {VILLAGE_LEAD}),
    "deputy_who": Button(scenes.deputy_asked, STALE, again=STALE, nothing="no-such-colleague"),
    "deputy_days": Button(scenes.deputy_chosen, STALE, again=STALE, nothing="too-long"),
    "deputy_end": Button(scenes.away),
    "inbox": Button(scenes.desk, again=None, nothing=None, may=frozenset({ELSEWHERE, VILLAGE_LEAD, INSPECTOR})),
    "open_card": _held(again=None, stale=None, former=None),
    "unlinked": Button(scenes.desk, again=None, nothing=None, may=frozenset({ELSEWHERE, VILLAGE_LEAD, INSPECTOR})),
    "study_open": Button(study_scenes.called, again=None),
    "study_docket": Button(study_scenes.meeting_open, again=None),
    "study_close": Button(study_scenes.meeting_open),
    "study_item": Button(study_scenes.item_listed, again=None, barred=NOT_YOURS),
    "study_issue": Button(issue_scenes.issue_in_docket, again=None),
    "study_decide": Button(study_scenes.item_opened, again=None, barred=NOT_YOURS),
    "study_up": Button(study_scenes.item_opened, barred=NOT_YOURS),
    "study_skip": Button(study_scenes.item_opened, barred=NOT_YOURS),
    "study_unit": Button(study_scenes.measure_said, STALE, again=STALE),
    "study_own": Button(study_scenes.measure_said, STALE, again=STALE, nothing=None),
    "study_due": Button(study_scenes.deadline_asked, STALE, again=STALE, nothing="not-understood"),
    "desk_invite": Button(study_scenes.desk_offered, again=None, nothing=None, may=_LEADS),
    "handover": Button(handover_scenes.at_the_desk, again=None, nothing=None, may=_LEADS),
    "handover_from": Button(handover_scenes.former_asked, STALE, again=STALE),
    "handover_to": Button(handover_scenes.next_asked, STALE, again=STALE, nothing="no-such-official"),
    "handover_lead": Button(handover_scenes.next_asked, STALE, again=STALE, nothing=None),
    "handover_do": Button(handover_scenes.surely_asked, STALE, again=STALE, nothing=None),
    "handover_drop": Button(handover_scenes.surely_asked, STALE, again=STALE, nothing=None),
    "unassigned": Button(handover_scenes.at_the_desk, again=None, nothing=None, may=_LEADS),
    "echo_fine": Button(scenes.previewed, again=None, barred=NOT_YOURS),
    "echo_reword": Button(scenes.previewed, again=None, barred=NOT_YOURS),
    "echo_off": Button(scenes.previewed, again=None, barred=NOT_YOURS),
    "echo_keep_off": Button(scenes.advised_against, barred=NOT_YOURS),
    "echo_let_up": Button(scenes.advised_against, again=None, barred=NOT_YOURS),
    "judge_solved": _judged(),
    "judge_half": _judged(),
    "judge_unsolved": _judged(),
    "echo_yes": Button(scenes.previewed_at_home, again=None, may=_FAMILY),
    "echo_no": Button(scenes.previewed_at_home, may=_FAMILY),
    "hand_in": _draft(),
    "hand_in_private": _draft(),
    "hand_in_open": _draft(),
    "hide": _draft(again=None),
    "accuse": _draft(),
    "unseen": _draft(),
    "may_see": _draft(),
    "drop": _draft(),
    "take_up": _draft(scenes.dropped),
    "draft_home": _draft(scenes.drafted_by_two_homes, again=None),
    "draft_other": _draft(scenes.drafted_by_two_homes, again=None),
    "same_matter": _draft(scenes.drafted_in_doubt),
    "other_matter": _draft(scenes.drafted_in_doubt),
    "two_matters": _draft(scenes.drafted_twice_over),
    "one_matter": _draft(scenes.drafted_twice_over, again=None),
    "apart": _own(ALREADY, scenes.added),
    "urge": _own("urged-today"),
    "withdraw": _own(None),
    "withdraw_surely": _own(ALREADY),
    "make_private": Button(scenes.own, may=frozenset({CADRE})),
    "more": _own(None),
    "reclassify": _own(None),
    "accuse_filed": _own(None),
    "put_right": _own(None, scenes.written_for),
    "join_issue": _own(ALREADY, scenes.offered),
    "stay_alone": _own(ALREADY, scenes.offered),
    "leave_issue": _own(ALREADY, scenes.joined_together),
    "ask_writer": Button(linking_scenes.at_home, again=None, nothing=None, may=_NEIGHBOURS),
    "my_home": Button(linking_scenes.slip_scanned, SCAN, again=SCAN, nothing=SCAN),
    "not_home": Button(linking_scenes.slip_scanned, SCAN, again=SCAN, nothing=SCAN),
    "let_in": Button(linking_scenes.plate_scanned, may=_FAMILY),
    "keep_out": Button(linking_scenes.plate_scanned, may=_FAMILY),
    "not_ours": Button(linking_scenes.joined),
    "leave_home": Button(linking_scenes.at_home, ALREADY, nothing=ALREADY, may=_FAMILY),
    "leave_office": Button(linking_scenes.in_office, ALREADY, nothing=ALREADY),
    "appoint": Button(linking_scenes.card_scanned, may=frozenset({OFFICE})),
    "turn_away": Button(linking_scenes.card_scanned, may=frozenset({OFFICE})),
}
