"""JSON: a line for each article, a list of them, one alone, or the news items of IPTC's ninjs."""

import json
from collections.abc import Iterable
from typing import Any

from quotes_client.formats.found import Findings, Found, Refused, UnreadableError
from quotes_client.formats.ninjs import is_news_item, ninjs_article
from quotes_client.formats.records import FieldMap
from quotes_client.submissions import Article

# ruff: noqa: ANN401 - any JSON

# Where a list of articles stands in the object that holds it, as interfaces answer.
_LISTS = ("articles", "items", "results", "data")


def json_lines(place: str, lines: Iterable[bytes], names: FieldMap) -> Findings:
    """The articles of a file with one on each line."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _line(f"{place}:{number}", line, names)


def json_document(place: str, text: str, names: FieldMap) -> Findings:
    """The article of a file, or those of its list. Raises UnreadableError if it is not JSON."""
    value = _parsed(text)
    records = _records(value)
    if records is None:
        yield _found(place, value, names)
        return
    for number, record in enumerate(records, 1):
        yield _found(f"{place}[{number}]", record, names)


def _records(value: Any) -> list[Any] | None:
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    return next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)


def _line(place: str, line: bytes, names: FieldMap) -> Found | Refused:
    try:
        return _found(place, _parsed(line.decode("utf-8-sig")), names)
    except UnicodeDecodeError as error:
        return Refused(f"{place} is not JSON in UTF-8: byte {error.start} is invalid.")
    except UnreadableError as error:
        return Refused(f"{place} {error}.")


def _found(place: str, record: Any, names: FieldMap) -> Found | Refused:
    try:
        return Found(place, _article(record, names))
    except UnreadableError as error:
        return Refused(f"{place} {error}.")


def _article(record: Any, names: FieldMap) -> Article:
    return ninjs_article(record) if not names.names and is_news_item(record) else names.article(record)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise UnreadableError(f"is not JSON in UTF-8: {error}") from error
    except RecursionError as error:
        raise UnreadableError("is nested too deeply") from error
