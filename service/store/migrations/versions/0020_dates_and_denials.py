"""Dates are evidence of statements, denials and relays of conflicts: relinking compares all anew; no table changes."""

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """The tables stay as they are."""


def downgrade() -> None:
    """The tables stay as they are."""
