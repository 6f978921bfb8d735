"""Gists tell which of their senses are names; those that are kept already tell of none, which rules out fewer pairs."""

import struct
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_Change = Callable[[bytes], bytes]

_VERSIONS = sa.table(
    "versions",
    sa.column("number", sa.BigInteger),
    sa.column("printed", sa.LargeBinary),
    sa.column("whole", sa.LargeBinary),
)
# Read and written at one time.
_SOME = 1000
# Two numbers for all words came first, and now a third: how many senses are names.
_BEFORE, _NONE = 16, struct.pack("<d", 0)


def upgrade() -> None:
    """Let every gist say that it has no names."""
    _rewrite(lambda gist: gist[:_BEFORE] + _NONE + gist[_BEFORE:])


def downgrade() -> None:
    """Take the number of names out again."""
    _rewrite(lambda gist: gist[:_BEFORE] + gist[_BEFORE + len(_NONE) :])


def _rewrite(change: _Change) -> None:
    connection, last = op.get_bind(), 0
    one = _VERSIONS.update().where(_VERSIONS.c.number == sa.bindparam("of"))
    some = sa.select(_VERSIONS).order_by(_VERSIONS.c.number).limit(_SOME)
    while rows := connection.execute(some.where(_VERSIONS.c.number > last)).all():
        connection.execute(one, [_values(row, change) for row in rows])
        last = rows[-1].number


def _values(row: sa.Row[Any], change: _Change) -> dict[str, Any]:
    gists = {"printed": row.printed, "whole": row.whole}
    return {"of": row.number, **{name: gist and change(gist) for name, gist in gists.items()}}
