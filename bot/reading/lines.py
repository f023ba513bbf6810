"""A text a line in, an answer a line out, in order: how the verbs classify and redact read and write."""

import sys
from collections.abc import Callable, Iterable

from bot.rules.errors import Problem

_AS_JSON_WRITES_IT = "backslashreplace"  # half of a surrogate pair, which JSON can hold and UTF-8 cannot


class BadLine(Exception):
    """Says what is wrong with it, after `Line 2: `."""


def answer_stdin(answer: Callable[[str], str]) -> None:
    """Answers each line as soon as it is read. A line that is none gets a sentence on standard error, with its number.

    Raises Problem at the end where there was one.
    """
    bad = _answer(sys.stdin.buffer, answer)
    if bad:
        raise Problem(f"{bad} {'line was' if bad == 1 else 'lines were'} not answered; see above.")


def _answer(lines: Iterable[bytes], answer: Callable[[str], str]) -> int:
    bad = 0
    for number, line in enumerate(lines, start=1):
        try:
            answered = answer(_text(line))
        except BadLine as why:
            bad += 1
            sys.stderr.write(f"Line {number}: {why}\n")
        else:
            sys.stdout.buffer.write(f"{answered}\n".encode(errors=_AS_JSON_WRITES_IT))
            sys.stdout.buffer.flush()
    return bad


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadLine("it is no text in UTF-8.") from None
