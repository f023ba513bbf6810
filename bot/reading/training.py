"""`huiyin train`: labelled messages in, a dictionary out."""

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.reading.rows import read_labelled
from bot.rules.errors import Problem
from nlp.dictionary import Dictionary
from nlp.dictionary_file import write_dictionary
from nlp.learning.messages import Message


def train_from(file: Path, output: Path) -> None:
    """Raises Problem; then `output` is as it was."""
    messages = [Message(row.title, row.detail, row.label) for row in read_labelled(file)]
    if not output.parent.is_dir():
        raise Problem(f"The folder {output.parent} is not there. Make it, or name another with -o.")
    console = Console(highlight=False, soft_wrap=True)
    dictionary = _learnt(messages, console)
    try:
        write_dictionary(dictionary, output)
    except OSError as error:
        raise Problem(f"{output} cannot be written: {error.strerror}.") from None
    words, size = sum(len(table.rows) for table in dictionary.tables), output.stat().st_size / 1_000_000
    console.print(f"Learnt from {len(messages)} messages of {len(dictionary.labels)} labels.")
    console.print(f"{output}: {words} words, {size:.1f} MB. Try it: huiyin classify --dictionary {output}")


def _learnt(messages: list[Message], console: Console) -> Dictionary:
    try:
        from nlp.learning.training import TooFew, train
    except ModuleNotFoundError as missing:
        raise Problem(f"Learning needs {missing.name}: pip install 'huiyin[train]'.") from None

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        tasks = {what: progress.add_task(what, total=None) for what in ("Reading", "Weighing")}

        def tell(what: str, done: int, of: int) -> None:
            progress.update(tasks[what], completed=done, total=of)

        try:
            return train(messages, tell)
        except TooFew as few:
            raise Problem(str(few)) from None
