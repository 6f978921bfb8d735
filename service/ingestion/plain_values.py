"""Titles, authors, dates, addresses and languages as pages and feeds write them, in the form that articles have; pure.

What cannot be read so is None, never a guess.
"""

import re
import unicodedata
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urljoin, urlsplit

from service.ingestion.metadata import plain_name

# As the contract has it, for what is submitted.
_LONGEST = 2000
_YEARS = range(1800, 2200)
_MOST_AUTHORS, _LONGEST_AUTHOR = 20, 100
_ELEMENT = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_BY = re.compile(r"^(?:(?:written|reported|story)\s+)?by\b[:\s]+", re.IGNORECASE)
_BETWEEN_AUTHORS = re.compile(r"\s*[;|]\s*|,?\s+and\s+|\s+&\s+")
_NOT_A_NAME = re.compile(r"://|@|^www\.", re.IGNORECASE)
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}", re.IGNORECASE)
# The same outlet in another dress.
_SUBDOMAINS = re.compile(r"^(?:www\d?|m|amp|mobile|edition)\.")


def plain_text(value: object) -> str | None:
    """A title or name without elements, references and what nobody sees."""
    if not isinstance(value, str):
        return None
    text = _ELEMENT.sub(" ", unescape(value))
    # Line ends and tabs are controls, too, and part words; other controls, and half pairs, cannot be stored.
    return plain_name("".join(" " if unicodedata.category(one) in ("Cc", "Cs") else one for one in text[:_LONGEST]))


def plain_authors(*values: object) -> tuple[str, ...]:
    """The names of “By Mara Lind and Jon Ode”; addresses of pages, accounts and mailboxes are not names."""
    bylines = (_BY.sub("", text) for value in values if (text := plain_text(value)))
    parts = (part for byline in bylines for part in _BETWEEN_AUTHORS.split(byline))
    names = (name.strip(" ,.") for part in parts for name in _names_of(part))
    known = [name for name in names if 1 < len(name) <= _LONGEST_AUTHOR and not _NOT_A_NAME.search(name)]
    return tuple(dict.fromkeys(known))[:_MOST_AUTHORS]


def plain_date(value: object) -> str | None:
    """The date, or date and time, of ISO 8601; those of mail and feeds are put so."""
    text = plain_text(value)
    if text is None:
        return None
    try:
        moment: datetime | None = datetime.fromisoformat(text)
    except ValueError:
        moment, text = _mail_date(text)
    return text if moment is not None and moment.year in _YEARS else None


def plain_address(value: object, base: str | None = None) -> str | None:
    """The complete address of a page, without the part that only browsers see."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        address = urljoin(base or "", value.strip())
        parts = urlsplit(address)
        is_page = parts.scheme in ("http", "https") and bool(parts.hostname)
    # Such as half of an IPv6 address.
    except ValueError:
        return None
    if not is_page or len(address) > _LONGEST or not address.isprintable() or " " in address:
        return None
    return parts._replace(fragment="").geturl()


def host_of(address: str | None) -> str | None:
    """The host of an address, without the subdomain that says how it is shown."""
    host = urlsplit(address).hostname if address else None
    return _SUBDOMAINS.sub("", host) if host else None


def plain_language(value: object) -> str | None:
    """A tag of BCP 47, such as "en-GB"."""
    tag = value.strip().replace("_", "-") if isinstance(value, str) else ""
    return tag if _TAG.fullmatch(tag) else None


def _names_of(part: str) -> list[str]:
    """The full names in “Mara Lind, Jon Ode, political editor”; a part without any is one name, as “Lind, Mara”."""
    pieces = [piece.strip() for piece in part.split(",")]
    return [piece for piece in pieces if " " in piece and piece[0].isupper()] or [part]


def _mail_date(text: str) -> tuple[datetime | None, str]:
    try:
        moment = parsedate_to_datetime(text)
    # OverflowError: a year beyond all numbers; IndexError: bugs of the library on odd input.
    except (ValueError, OverflowError, IndexError):
        return None, text
    return moment, moment.isoformat()
