"""Signatures hold the words as codes, which rule out most candidates: relinking writes them; no table changes."""

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """The tables stay as they are."""


def downgrade() -> None:
    """The tables stay as they are."""
