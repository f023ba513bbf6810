"""What a check or an import found, told on the terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.rules.roster.burdens import Burdens
from bot.rules.roster.changes import Changes, RosterChanges, describe
from bot.rules.roster.values import Grid, Household, Official, Roster, Unit

_SHOWN = 20  # lines of one kind, unless all are asked for
AnyChanges = Changes[Unit] | Changes[Official] | Changes[Grid] | Changes[Household]


def show_roster(console: Console, roster: Roster) -> None:
    levels = Counter(grid.level for grid in roster.grids)
    grids = ", ".join(f"{count:,} {level}" for level, count in sorted(levels.items(), reverse=True))
    console.print(
        f"{len(roster.households):,} households, {len(roster.officials):,} officials, "
        f"{len(roster.grids):,} grids ({grids}), {len(roster.units):,} units."
    )


def show_burdens(console: Console, burdens: Burdens, most: int, *, everything: bool) -> None:
    codes = burdens.without_cadre
    _show_list(console, f"{len(codes):,} households have no cadre; their village lead has them", codes, everything)
    loads = [f"{no}: {count} households" for no, count in burdens.too_many]
    _show_list(console, f"{len(loads):,} officials have more than {most} households", loads, everything)


def show_changes(console: Console, changes: RosterChanges, *, everything: bool) -> None:
    table = Table("", *(f"[bold]{word}[/]" for word in ("new", "changed", "same", "not in the files")))
    for name, found in _nouns(changes):
        counts = (len(found.new), len(found.changed), found.same, len(found.unnamed))
        table.add_row(name, *(f"{count:,}" for count in counts))
    console.print(table)
    for name, found in _nouns(changes):
        lines = [f"{before[0]}: {describe(before, after)}" for before, after in found.changed]
        _show_list(console, f"{len(lines):,} {name} changed", lines, everything)
    _show_list(console, f"{len(changes.left):,} officials are no longer named and have left", changes.left, everything)
    _show_list(console, f"{len(changes.back):,} officials are back", changes.back, everything)
    _show_links(console, changes, everything=everything)
    for name, found in _nouns(changes)[2:]:
        codes = [row[0] for row in found.unnamed]
        _show_list(console, f"{len(codes):,} {name} are not in the files and stay as they were", codes, everything)


def _show_links(console: Console, changes: RosterChanges, *, everything: bool) -> None:
    for reason, count in Counter(link.reason for link in changes.links).items():
        console.print(f"{count:,} households have a cadre now: {reason}.")
    passed = [
        f"{link.household}: {link.before} → {link.after} ({link.reason})" for link in changes.links if link.before
    ]
    _show_list(console, f"{len(passed):,} households passed to another cadre", passed, everything)


def _nouns(changes: RosterChanges) -> Sequence[tuple[str, AnyChanges]]:
    return (
        ("units", changes.units),
        ("officials", changes.officials),
        ("grids", changes.grids),
        ("households", changes.households),
    )


def _show_list(console: Console, title: str, lines: Sequence[str], everything: bool) -> None:
    if lines:
        console.print(f"[bold]{escape(title)}[/]:")
        for line in _cut(lines, everything):
            console.print(f"  {escape(line)}")


def _cut(lines: Sequence[str], everything: bool) -> Iterator[str]:
    yield from lines if everything else lines[:_SHOWN]
    if not everything and len(lines) > _SHOWN:
        yield f"… and {len(lines) - _SHOWN:,} more (--all shows them)"
