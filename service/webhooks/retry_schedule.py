"""When a delivery that failed is tried again; pure."""

from datetime import timedelta
from hashlib import sha256

# Short at first, for a receiver that restarts; then for one whose night it is. Three days in all, as the
# Standard Webhooks specification advises.
_WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
# Of the wait: so that what failed together does not come back together.
_SPREAD = 0.2


def wait_after(n_failures: int, message_id: str) -> timedelta | None:
    """How long to wait after this number of failures, at least one; None if there are no further attempts.

    The same message always waits the same: a fifth more than the schedule at most.
    """
    if n_failures > len(_WAITS):
        return None
    return _WAITS[n_failures - 1] * (1 + _SPREAD * _share(message_id))


def _share(message_id: str) -> float:
    """From 0 to 1, evenly over messages."""
    return int.from_bytes(sha256(message_id.encode()).digest()[:4]) / 2**32
