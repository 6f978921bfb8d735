"""Where quoted words end though no mark closes them, or a single one: before the clause, as in “We won, she said."""

import re
from functools import cache

from service.lexicon import lines
from service.text.marked_spans import Paragraph

_NAME = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}"
_DESCRIPTION = r"(?:the|a|an|his|her|their)(?:\s+[\w’'-]+){1,5}?"
_SUBJECT = rf"(?:he|she|they|{_NAME}|{_DESCRIPTION})"
# Behind the verb a post stands without an article: "said pilot Ann Lee".
_SUBJECT_BEHIND = rf"(?:{_SUBJECT}|(?:[a-z-]+\s+){{1,3}}{_NAME})"


def reporting_clause(paragraph: Paragraph, start: int, stop: int) -> int | None:
    """Where the comma before a reporting clause ends; None if no such clause follows between the offsets."""
    found = _pattern().search(paragraph.text, start, stop)
    return None if found is None else found.end()


@cache
def _pattern() -> re.Pattern[str]:
    verb = rf"(?:{'|'.join(lines('reporting/common_cues'))})\b"
    return re.compile(
        rf"[,?!](?=['’]?\s+(?:{verb}\s+{_SUBJECT_BEHIND}\b|{_SUBJECT}\s+{verb}(?:\s+(?:him|her|them|us|me|reporters))?\s*(?:[.,:]|$)))"
    )
