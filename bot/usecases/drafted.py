"""A draft as it reads now: its pieces, their words together, and what is in doubt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from bot.rules.drafts import DraftReading
from bot.rules.escalation import Complaint
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from nlp.kinds import Judged
from nlp.matters import are_two, two_matters
from nlp.reading import Reading, read
from storage.models import Draft, Piece, PieceKind
from storage.pieces import list_draft_pieces


@dataclass(frozen=True)
class Cut:
    """One message, and the two matters in it in their own words."""

    piece: Piece
    first: str
    second: str


@dataclass(frozen=True)
class Drafted:
    """`choices` are what the author tapped: private, complaint, one, maybe, home. `homes`: for how many they speak."""

    draft: Draft
    pieces: Sequence[Piece]
    cadre: str
    homes: int = 1

    @cached_property
    def text(self) -> str:
        return words_of(self.pieces)

    @cached_property
    def reading(self) -> Reading:
        return read(self.text, cadre=self.cadre)

    @property
    def complaint(self) -> Complaint:
        return Complaint(self.draft.choices.get("complaint", Complaint.NONE))

    @property
    def may_be_about_the_cadre(self) -> bool:
        return self.reading.about_cadre != Judged.NO and "complaint" not in self.draft.choices

    @property
    def may_be_private(self) -> bool:
        return self.reading.private is not None and "private" not in self.draft.choices

    @property
    def maybe_of(self) -> int | None:
        """The appeal that it may belong to."""
        found: int | None = self.draft.choices.get("maybe")
        return found

    @property
    def may_be_another_home(self) -> bool:
        return self.homes > 1 and "home" not in self.draft.choices

    @cached_property
    def may_be_two(self) -> bool:
        return "one" not in self.draft.choices and (second_matter(self.pieces) != [] or self.cut is not None)

    @cached_property
    def cut(self) -> Cut | None:
        """The one message that holds two matters by itself; not before it is known what the cadre may see of it."""
        if self.may_be_about_the_cadre:
            return None
        whole = (piece for piece in self.pieces if piece.text and piece.kind != PieceKind.CONTACT and not piece.is_half)
        cuts = (Cut(piece, *halves) for piece in whole if (halves := two_matters(piece.text or "")))
        return next(cuts, None)

    @property
    def reads_as_appeal(self) -> bool:
        return self.reading.is_appeal == Judged.YES

    @property
    def doubts(self) -> frozenset[str]:
        """What must be asked before it can be filed."""
        found = {
            "home": self.may_be_another_home,
            "maybe": self.maybe_of is not None,
            "two": self.may_be_two,
            "cadre": self.may_be_about_the_cadre,
            "private": self.may_be_private,
        }
        return frozenset(name for name, applies in found.items() if applies)

    @property
    def for_the_rules(self) -> DraftReading:
        return DraftReading(
            has_words=bool(self.text),
            reads_as_appeal=self.reads_as_appeal,
            may_be_about_the_cadre=self.may_be_about_the_cadre,
            may_be_private=self.may_be_private,
            is_danger=self.reading.danger is not None,
            may_be_another_matter=self.may_be_two or self.maybe_of is not None,
            may_be_another_home=self.may_be_another_home,
        )

    def only(self, pieces: Sequence[Piece]) -> "Drafted":
        return replace(self, pieces=pieces)


async def read_draft(turn: Turn, draft: Draft, villager: Villager) -> Drafted:
    homes = villager.homes if villager.is_member else 1
    return Drafted(draft, await list_draft_pieces(turn.session, draft), villager.cadre_name, homes)


def words_of(pieces: Sequence[Piece]) -> str:
    """All that was written, a message a line; a contact's name and number are nobody's words."""
    return "\n".join(piece.text for piece in pieces if piece.text and piece.kind != PieceKind.CONTACT)


def kinds_of(pieces: Sequence[Piece]) -> list[str]:
    """A video may hold a voice, and is asked about like a picture all the same."""
    return [piece.kind for piece in pieces]


def second_matter(pieces: Sequence[Piece]) -> list[Piece]:
    """From the first message on that surely speaks of something else than the one before; else empty."""
    with_words = [piece for piece in pieces if piece.text and piece.kind != PieceKind.CONTACT]
    for before, after in pairwise(with_words):
        if are_two(before.text or "", after.text or ""):
            return list(pieces[pieces.index(after) :])
    return []
