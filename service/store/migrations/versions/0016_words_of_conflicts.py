"""Conflicts are found by the words of their claims, too, which are listed beside them."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_CONFLICTS = sa.table(
    "conflicts", sa.column("id", _TEXT), sa.column("summary", _TEXT), sa.column("claims", _JSON), sa.column("words")
)
_TOGETHER = 1_000


def upgrade() -> None:
    """Add the column, and list the words of the conflicts that are there."""
    op.add_column("conflicts", sa.Column("words", _TEXT, nullable=False, server_default=""))
    connection = op.get_bind()
    listed = sa.update(_CONFLICTS).where(_CONFLICTS.c.id == sa.bindparam("of")).values(words=sa.bindparam("listed"))
    columns = sa.select(_CONFLICTS.c.id, _CONFLICTS.c.summary, _CONFLICTS.c.claims).order_by(_CONFLICTS.c.id)
    after = ""
    while rows := connection.execute(columns.where(_CONFLICTS.c.id > after).limit(_TOGETHER)).all():
        texts = ((id_, [summary, *(value for value, _ in claims)]) for id_, summary, claims in rows)
        connection.execute(listed, [{"of": id_, "listed": _words(some)} for id_, some in texts])
        after = rows[-1].id


def downgrade() -> None:
    """Drop it."""
    op.drop_column("conflicts", "words")


def _words(texts: list[str]) -> str:
    """As this revision lists them: without accents, soft hyphens and capitals, each once and between blanks."""
    found: dict[str, None] = {}
    for text in texts:
        letters = (one for one in unicodedata.normalize("NFKD", text) if unicodedata.category(one) not in {"Mn", "Cf"})
        found |= dict.fromkeys(re.findall(r"\w+", "".join(letters).casefold()))
    return f" {' '.join(found)} "
