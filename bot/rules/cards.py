"""What is printed on a card. A token stands here in clear; it goes onto the paper and nowhere else."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class CardKind(StrEnum):
    """A plate hangs on the door for years and only asks; slips and officials' cards work once, for some days."""

    PLATE = "plate"
    SLIP = "slip"
    OFFICIAL = "official"


@dataclass(frozen=True)
class Contact:
    name: str
    phone: str


@dataclass(frozen=True)
class HouseholdCard:
    """`tokens` by kind: those of the kinds that were asked for."""

    village: str
    code: str
    head: str
    address: str
    cadre: Contact
    lead: Contact
    tokens: dict[CardKind, str] = field(repr=False)
    slip_until: datetime


@dataclass(frozen=True)
class OfficialCard:
    no: str
    name: str
    unit: str
    post: str
    token: str = field(repr=False)
    until: datetime
