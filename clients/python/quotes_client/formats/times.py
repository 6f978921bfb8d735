"""Times as formats write them, in ISO 8601."""

from datetime import datetime
from email.utils import parsedate_to_datetime

_LONGEST_DAY = len("2024-05-06")


def iso_time(text: str | None) -> str | None:
    """The date, or date and time, of ISO 8601 or of mail; None for what is neither."""
    stripped = (text or "").strip()
    try:
        moment = datetime.fromisoformat(stripped)
    except ValueError:
        return _mail_time(stripped)
    return moment.date().isoformat() if len(stripped) <= _LONGEST_DAY else moment.isoformat()


def _mail_time(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    # OverflowError: a year beyond all numbers; IndexError: a fault of the library on odd input.
    except (ValueError, OverflowError, IndexError):
        return None
