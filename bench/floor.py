"""The naive floor: what stands between double marks was said by the nearest name, and the same words are one statement.

It knows capital letters and nothing else, and answers in the shape of `POST /v1/analyses`.
"""

import re
from collections.abc import Mapping, Sequence

from bench.answers import Answer

_MARKED = re.compile(r"[“\"]([^“”\"\n]+)(?:[”\"]|$)", re.MULTILINE)
_CAPITALIZED = r"[^\W\d_a-z][\w’'-]*\w"
_NAME = re.compile(rf"{_CAPITALIZED}(?: (?:[A-Z]\. )?{_CAPITALIZED})+")
_Span = Mapping[str, int | str]


def nearest_names(articles: Sequence[Mapping[str, str]]) -> Answer:
    """Every marked span with the nearest name before or after it; role, organisation and kinds it does not know."""
    quotations = [quotation for article in articles for quotation in _quotations(article["id"], article["text"])]
    names = sorted({str(quotation["speaker_id"]) for quotation in quotations if quotation["speaker_id"]})
    return {
        "quotations": quotations,
        "speakers": [{"id": name, "name": name, "affiliations": []} for name in names],
        "conflicts": _conflicts(quotations),
    }


def _quotations(article_id: str, text: str) -> list[dict[str, object]]:
    marked = [_slice(text, match.start(1), match.end(1)) for match in _MARKED.finditer(text)]
    outside = _MARKED.sub(lambda match: " " * len(match.group()), text)
    names = [_slice(text, match.start(), match.end()) for match in _NAME.finditer(outside)]
    return [_quotation(article_id, span, _nearest(span, names)) for span in marked]


def _quotation(article_id: str, span: _Span, mention: _Span | None) -> dict[str, object]:
    return {
        "id": f"{article_id}:{span['start']}",
        "article_id": article_id,
        "is_speech": True,
        "kind": "direct",
        "parts": [span],
        "cue": None,
        "mention": mention,
        "speaker_id": None if mention is None else mention["exact"],
        "statement_id": " ".join(re.findall(r"\w+", str(span["exact"]).casefold())),
    }


def _nearest(span: _Span, names: Sequence[_Span]) -> _Span | None:
    def distance(name: _Span) -> int:
        return max(int(span["start"]) - int(name["end"]), int(name["start"]) - int(span["end"]))

    return min(names, key=distance, default=None)


def _conflicts(quotations: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The same words under several names."""
    claims: dict[object, dict[object, list[object]]] = {}
    for quotation in quotations:
        by_name = claims.setdefault(quotation["statement_id"], {})
        by_name.setdefault(quotation["speaker_id"], []).append(quotation["article_id"])
    return [
        {
            "kind": "speaker",
            "statement_id": statement_id,
            "speaker_id": None,
            "claims": [{"value": name, "article_ids": ids} for name, ids in by_name.items()],
        }
        for statement_id, by_name in claims.items()
        if len(by_name) > 1
    ]


def _slice(text: str, start: int, end: int) -> _Span:
    return {"start": start, "end": end, "exact": text[start:end]}
