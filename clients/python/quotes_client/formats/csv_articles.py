"""CSV, with the names of the fields in its first line."""

import csv
import io

from quotes_client.formats.found import Findings, Found, Refused, UnreadableError
from quotes_client.formats.records import CONTENTS, FIELDS, FieldMap

# Longer than any article, where the library stops at 131,072 characters.
_LONGEST_CELL = 10_000_000
_SEPARATORS = ",;\t|"


def csv_articles(place: str, text: str, names: FieldMap) -> Findings:
    """The article of each row. Raises UnreadableError if the first line names no content."""
    csv.field_size_limit(_LONGEST_CELL)
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    ours = {names.names.get(name, name) for name in FIELDS}
    if not {names.names.get(name, name) for name in CONTENTS} & set(rows.fieldnames or ()):
        raise UnreadableError("has no column text, html or url: with other names, they need --map COLUMN=FIELD")
    try:
        for row in rows:
            # Others are common: sections, counts of words. What a row has beyond the first line stands under None.
            record = {name: value for name, value in row.items() if name in ours}
            yield _row(f"{place}:{rows.line_num}", record, names)
    except csv.Error as error:
        yield Refused(f"{place}:{rows.line_num} is not CSV: {error}.")


def _row(place: str, record: dict[str, str], names: FieldMap) -> Found | Refused:
    try:
        return Found(place, names.article(record))
    except UnreadableError as error:
        return Refused(f"{place} {error}.")
