"""Who stands where and who is barred, asked of the database once a transaction: one appeal asks it a dozen times over.

What a transaction remembers is forgotten as soon as it writes to one of the tables that it was read from.
"""

from collections.abc import Callable, Coroutine, Hashable
from collections.abc import Set as AbstractSet
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, SessionTransaction, UOWTransaction
from sqlalchemy.orm import Session as SyncSession

from storage.engine import Session
from storage.models import Base

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
_Read = Callable[Concatenate[Session, Asked], Coroutine[Any, Any, Found]]
_KEPT = "remembered"
_READ_FROM: dict[Callable[..., object], frozenset[type[Base]]] = {}


def remembered(*tables: type[Base]) -> "Callable[[_Read[Asked, Found]], _Read[Asked, Found]]":
    """For a function that reads nothing but these; its arguments must be hashable and its result not changed."""
    return _remembered(tables, is_kept_when_read=True)


def remembered_if_kept(*tables: type[Base]) -> "Callable[[_Read[Asked, Found]], _Read[Asked, Found]]":
    """Likewise, but it is read anew each time unless somebody has called `keep`, who holds the lock of what it is
    about: a transaction that waited for that lock must not go by what it read before, such as who is barred."""
    return _remembered(tables, is_kept_when_read=False)


def _remembered(
    tables: tuple[type[Base], ...], *, is_kept_when_read: bool
) -> "Callable[[_Read[Asked, Found]], _Read[Asked, Found]]":
    def wrapped(read: "_Read[Asked, Found]") -> "_Read[Asked, Found]":
        @wraps(read)
        async def ask(session: Session, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Found:
            kept, key = _kept(session, ask), (args, *sorted(kwargs.items()))
            found: Found = kept[key] if key in kept else await read(session, *args, **kwargs)
            if is_kept_when_read:
                kept[key] = found
            return found

        _READ_FROM[ask] = frozenset(tables)
        return ask

    return wrapped


def keep(session: Session, read: Callable[..., object], found: object, *args: Hashable) -> None:
    """As if it had just been read: for whoever reads the facts of many at once."""
    _kept(session, read)[(args,)] = found


def forget_all(session: Session) -> None:
    """After rows were written past the session: whatever it knows of them is read anew."""
    session.expunge_all()
    session.info.pop(_KEPT, None)


def _kept(session: Session, read: Callable[..., object]) -> dict[Hashable, Any]:
    kept: dict[Hashable, Any] = session.info.setdefault(_KEPT, {}).setdefault(read, {})
    return kept


@event.listens_for(SyncSession, "after_flush")
def _forget_after_flush(session: SyncSession, _: UOWTransaction) -> None:
    if _KEPT in session.info:
        _forget(session, {type(row) for rows in (session.new, session.dirty, session.deleted) for row in rows})


@event.listens_for(SyncSession, "do_orm_execute")
def _forget_after_statement(statement: ORMExecuteState) -> None:
    if statement.is_select or _KEPT not in statement.session.info:
        return
    mapper = statement.bind_mapper
    if mapper is None:
        statement.session.info.pop(_KEPT)
    else:
        _forget(statement.session, {inspect(mapper).class_})


def _forget(session: SyncSession, written: AbstractSet[type]) -> None:
    kept = session.info[_KEPT]
    for read in [read for read in kept if not _READ_FROM[read].isdisjoint(written)]:
        del kept[read]


@event.listens_for(SyncSession, "after_soft_rollback")
def _forget_what_was_undone(session: SyncSession, _: SessionTransaction) -> None:
    session.info.pop(_KEPT, None)


@event.listens_for(SyncSession, "after_transaction_end")
def _forget_at_the_end(session: SyncSession, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.info.pop(_KEPT, None)
