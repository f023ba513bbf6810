"""policy.toml, read once at the start into `bot.rules.terms`. Each key is described in docs/policy.md."""

import tomllib
from dataclasses import MISSING, Field, dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from bot.rules.errors import Problem
from bot.rules.terms import Policy
from bot.toml_lines import find_line

BUILT_IN = Path(__file__).parents[1] / "policy.toml"
Table = dict[str, Any]
_At = tuple[str, ...]


class PolicyFaulty(Problem):
    """Every bad key at once, one sentence a line."""

    exit_status = 2

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(sentences))


def read_policy(override: Path | None = None) -> Policy:
    """The built-in policy, with the values that the override's keys name. Raises PolicyFaulty."""
    file = override or BUILT_IN
    faults: list[_Fault] = []
    policy: Policy = _read(Policy, read_table(file), (), faults)
    if faults:
        text = _text(file)
        raise PolicyFaulty([fault.sentence(file, text) for fault in faults])
    return policy


def read_table(file: Path) -> Table:
    """Every key in force with its value as it is written, unchecked. Raises PolicyFaulty where it is no TOML."""
    return _laid_over(_table(BUILT_IN, _text(BUILT_IN)), _table(file, _text(file)))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyFaulty(
            [f"{file} cannot be read as UTF-8 text ({error}). Check its name, here or in HUIYIN_POLICY."]
        ) from None


def _table(file: Path, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyFaulty([f"{file} is not TOML: {error}."]) from None


def _laid_over(below: Table, above: Table) -> Table:
    """Key by key; a list replaces the whole list."""
    laid = dict(below)
    for key, value in above.items():
        lower = below.get(key)
        laid[key] = _laid_over(lower, value) if isinstance(lower, dict) and isinstance(value, dict) else value
    return laid


@dataclass(frozen=True)
class _Fault:
    at: _At
    what: str

    def sentence(self, file: Path, text: str) -> str:
        line = find_line(text, self.at)
        place = f"{file}, line {line}" if line else str(file)
        return f"{place}: {'.'.join(self.at)} {self.what}"


def _read(hint: Any, value: object, at: _At, faults: list[_Fault]) -> Any:  # noqa: ANN401 as typed as the hint
    """The value as the hint's type; where it is none, faults grow and the result is not to be used."""
    if get_origin(hint) is dict:
        return _read_named(hint, value, at, faults)
    if hasattr(hint, "__metadata__"):
        return _read_plain(hint.__metadata__[0], value, at, faults)
    return _read_record(hint, value, at, faults)


def _read_plain(accepted: Any, value: object, at: _At, faults: list[_Fault]) -> Any:  # noqa: ANN401 see _read
    try:
        return accepted.read(value)
    except ValueError:
        faults.append(_Fault(at, f"cannot be {value!r}. Accepted: {accepted.words}."))


def _read_named(hint: Any, value: object, at: _At, faults: list[_Fault]) -> Table:  # noqa: ANN401 see _read
    """A table whose keys are names that the county chooses."""
    name, entry = get_args(hint)
    if not isinstance(value, dict):
        faults.append(_Fault(at, f"cannot be {value!r}. Accepted: a table."))
        return {}
    return {
        _read_plain(name.__metadata__[0], key, (*at, key), faults): _read(entry, inner, (*at, key), faults)
        for key, inner in value.items()
    }


def _read_record(kind: type[Any], value: object, at: _At, faults: list[_Fault]) -> Any:  # noqa: ANN401 see _read
    hints = get_type_hints(kind, include_extras=True)
    if not isinstance(value, dict):
        faults.append(_Fault(at, f"cannot be {value!r}. Accepted: a table of {', '.join(hints)}."))
        return None
    before = len(faults)
    faults += [_Fault((*at, key), _unknown(key, hints)) for key in value if key not in hints]
    faults += [_Fault((*at, field.name), "is missing.") for field in fields(kind) if _is_missing(field, value)]
    given = {key: _read(hint, value[key], (*at, key), faults) for key, hint in hints.items() if key in value}
    return kind(**given) if len(faults) == before else None


def _is_missing(field: Field[Any], table: Table) -> bool:
    """A field with a default may be left out; it is a table without entries then, never a number."""
    return field.name not in table and field.default_factory is MISSING


def _unknown(key: str, known: dict[str, Any]) -> str:
    near = get_close_matches(key, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."
    return f"is not a key of the policy. {hint}"
