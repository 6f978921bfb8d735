"""Jobs and their lines."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INDEXES = {
    "ix_job_lines_open": (["job", "n_tries", "line"], "error IS NULL"),
    "ix_job_lines_failed": (["job", "line"], "error IS NOT NULL"),
    "ix_job_lines_leased": (["leased_until"], "leased_until IS NOT NULL"),
}


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "jobs",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", _TEXT, nullable=False, unique=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("finished_at", sa.Double()),
        sa.Column("n_lines", _NUMBER),
        sa.Column("n_unread", _NUMBER),
        sa.Column("request_key", _TEXT, unique=True),
        sa.Column("fingerprint", _TEXT),
    )
    op.create_table(
        "job_lines",
        sa.Column("job", _NUMBER, sa.ForeignKey("jobs.number"), primary_key=True),
        sa.Column("line", _NUMBER, primary_key=True),
        sa.Column("n_tries", _NUMBER, nullable=False),
        sa.Column("leased_by", _TEXT),
        sa.Column("leased_until", sa.Double()),
        sa.Column("error", _TEXT),
        sa.Column("field", _TEXT),
        sa.Column("article_id", _TEXT),
        sa.Column("payload", _TEXT),
    )
    for name, (columns, where) in _INDEXES.items():
        op.create_index(name, "job_lines", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("job_lines")
    op.drop_table("jobs")
