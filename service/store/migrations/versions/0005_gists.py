"""What a version's words mean, in short, in columns of their own: read for each candidate, apart from its sample."""

import struct
from hashlib import blake2b
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_VERSIONS = sa.table(
    "versions",
    sa.column("number", sa.BigInteger),
    sa.column("printed", sa.LargeBinary),
    sa.column("whole", sa.LargeBinary),
    sa.column("sample", _JSON),
)
# Read and written at one time.
_SOME = 1000


def upgrade() -> None:
    """Take the gists out of the samples."""
    op.add_column("versions", sa.Column("printed", sa.LargeBinary()))
    op.add_column("versions", sa.Column("whole", sa.LargeBinary()))
    op.drop_index("ix_affiliations_newest", "affiliations")
    op.create_index(
        "ix_affiliations_newest", "affiliations", ["voice_id", "published_at", "article_id", "start", "end"]
    )
    connection, last = op.get_bind(), 0
    one = _VERSIONS.update().where(_VERSIONS.c.number == sa.bindparam("of"))
    some = sa.select(_VERSIONS.c.number, _VERSIONS.c.sample).order_by(_VERSIONS.c.number).limit(_SOME)
    while rows := connection.execute(some.where(_VERSIONS.c.number > last)).all():
        connection.execute(one, [{"of": row.number, **_values(row.sample)} for row in rows])
        last = rows[-1].number


def _values(sample: dict[str, Any]) -> dict[str, Any]:
    printed, whole = sample.pop("gists")
    return {
        "printed": _packed(*printed) if printed else None,
        "whole": _packed(*whole) if whole != printed else None,
        "sample": sample,
    }


def _packed(senses: dict[str, tuple[int, float]], weight: float, small: float) -> bytes:
    by_number = {_number(meant, time): says for meant, (n, says) in senses.items() for time in range(n)}
    return struct.pack(f"<{len(by_number) + 2}d{len(by_number)}q", weight, small, *by_number.values(), *by_number)


def _number(meant: str, time: int) -> int:
    digest = blake2b(f"{meant}\0{time}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def downgrade() -> None:
    """Drop the columns; the samples' gists do not come back, so only an empty store can be gone on with."""
    op.drop_index("ix_affiliations_newest", "affiliations")
    op.create_index("ix_affiliations_newest", "affiliations", ["voice_id", "published_at"])
    op.drop_column("versions", "printed")
    op.drop_column("versions", "whole")
