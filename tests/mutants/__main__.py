"""`python -m tests.mutants [NAME ...]`: do the tests bite?

Each breakage of table.toml is applied to a copy of the tree, alone; the tests named beside it must turn red by a
failing assertion. They are not the whole suite, which would take an hour, but those that exist for this very thing.
"""

import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.mutant import TREE, Mutant, Verdict, environment, read_table, run_tests, try_mutant

_AT_ONCE = 2
_PARTS = ("bot", "handlers", "nlp", "storage", "tests")


def main(names: list[str]) -> int:
    """0 where every breakage is noticed."""
    table = read_table()
    unknown = sorted(set(names) - {mutant.name for mutant in table})
    if unknown:
        raise SystemExit(f"There is no breakage called {', '.join(unknown)} in table.toml.")
    chosen = [mutant for mutant in table if not names or mutant.name in names]
    with tempfile.TemporaryDirectory(prefix="huiyin-mutants-") as folder:
        trees = [_copied(Path(folder) / str(number)) for number in range(_AT_ONCE)]
        _check_whole(trees[0], chosen)
        verdicts = _try_all(chosen, trees)
    for mutant, verdict in zip(chosen, verdicts, strict=True):
        sys.stdout.write(f"{'red  ' if verdict.noticed else 'GREEN'} {verdict.seconds:3.0f} s  {mutant.name}\n")
        sys.stdout.write(f"             {verdict.why}\n")
    missed = [mutant.name for mutant, verdict in zip(chosen, verdicts, strict=True) if not verdict.noticed]
    sys.stdout.write(f"mutants: {'not noticed: ' + ', '.join(missed) if missed else f'all {len(chosen)} noticed'}\n")
    return 1 if missed else 0


def _copied(tree: Path) -> Path:
    """What git knows or would take in, as it lies here; and python takes its parts from there."""
    listed = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        cwd=TREE,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (TREE / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(TREE / name, tree / name)
    _check_origin(tree)
    return tree


def _check_origin(tree: Path) -> None:
    asked = f"import {', '.join(_PARTS)}; print({', '.join(f'{part}.__file__' for part in _PARTS)}, sep='\\n')"
    command = (sys.executable, "-c", asked)
    told = subprocess.run(command, cwd=tree, env=environment(tree), capture_output=True, text=True, check=True)
    elsewhere = [file for file in told.stdout.split() if not Path(file).is_relative_to(tree)]
    if elsewhere:
        raise SystemExit(f"Python takes {elsewhere[0]} from outside of the copy: nothing would be tried.")


def _check_whole(tree: Path, mutants: list[Mutant]) -> None:
    """Tests that are red without a breakage would notice any."""
    tests = tuple(dict.fromkeys(test for mutant in mutants for test in mutant.tests))
    try:
        done = run_tests(tree, tests)
    except subprocess.TimeoutExpired as late:
        raise SystemExit(f"The tests did not end within {late.timeout:.0f} s, with nothing broken.") from None
    if done.returncode != 0:
        raise SystemExit(f"The tests are not green to begin with:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")


def _try_all(mutants: list[Mutant], trees: list[Path]) -> list[Verdict]:
    """As many at once as there are trees."""
    free: SimpleQueue[Path] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def try_one(mutant: Mutant) -> Verdict:
        tree = free.get()
        try:
            return try_mutant(mutant, tree)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(len(trees)) as pool:
        return list(pool.map(try_one, mutants))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
