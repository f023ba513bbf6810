"""What a reading can say. The values are kept in tables and named in the word files."""

from enum import StrEnum


class Danger(StrEnum):
    FIRE = "fire"
    GAS = "gas"
    COLLAPSE = "collapse"
    FLOOD = "flood"
    SUICIDE = "suicide"
    VIOLENCE = "violence"
    MISSING_CHILD = "missing_child"
    POISONING = "poisoning"
    LIVE_WIRE = "live_wire"
    OTHER = "other"


class Privacy(StrEnum):
    """Why only the holder should read a text."""

    OWN_ILLNESS = "own_illness"
    FAMILY_PLANNING = "family_planning"
    VIOLENCE_AT_HOME = "violence_at_home"
    MINOR = "minor"
    FEAR = "fear"
    NEIGHBOUR = "neighbour"


class Judged(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Urgency(StrEnum):
    DANGER = "danger"
    URGENT = "urgent"
    ORDINARY = "ordinary"
