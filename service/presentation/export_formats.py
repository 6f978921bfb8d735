"""Quotations in the formats of others: JSON lines, CSV, W3C Web Annotations, schema.org; text, piece by piece."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from service.domain.archive import ExportedQuotation
from service.domain.articles import Article, ArticleField, Span
from service.domain.quotations import Affiliation, Speaker, SpeakerKind

Node = dict[str, Any]
"""An object of JSON, or a row by its columns."""
# Enough to find the words again where the text has changed a little.
_CONTEXT = 32
# By which formulas begin, in full width, too; blanks before them are skipped by some spreadsheets.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_COLUMNS = (
    "quotation_id",
    "article_id",
    "outlet",
    "url",
    "published_at",
    "start",
    "end",
    "kind",
    "is_speech",
    "words",
    "speaker_id",
    "speaker",
    "speaker_kind",
    "role",
    "organization",
    "statement_id",
    "confidence",
    "reported_as",
    "in",
)


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its media type and its writer."""

    media_type: str
    write: Callable[[Iterable[ExportedQuotation]], Iterator[str]]


def _json_lines(quotations: Iterable[ExportedQuotation]) -> Iterator[str]:
    """One object a line: the table's columns, all speakers and relays, all parts with their words, all affiliations."""
    for one in quotations:
        attribution = one.quotation.attribution
        parts = [_place(part) | {"exact": part.text} for part in attribution.quotation.parts]
        affiliations = [_affiliation(each) for each in one.speaker.affiliations] if one.speaker else []
        beside = {"speaker_ids": attribution.speaker_ids, "via": attribution.via}
        yield dumped({**_row(one), **beside, "parts": parts, "affiliations": affiliations}) + "\n"


def _table(quotations: Iterable[ExportedQuotation]) -> Iterator[str]:
    """Comma-separated values with a head, as RFC 4180 has them: a quotation a row, from its first word to its last.

    What a spreadsheet would take for a formula begins with an apostrophe, by which it is taken for text.
    """
    return table(_COLUMNS, map(_row, quotations))


def _annotations(quotations: Iterable[ExportedQuotation]) -> Iterator[str]:
    """One page of Web Annotations: each quotation's places, by their words and offsets, with the speaker."""
    # A page must have a name; another export is another page.
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": f"urn:uuid:{uuid4()}", "type": "AnnotationPage"}
    return document(page, "items", (_annotation(one) for one in _speech(quotations)))


def _linked_data(quotations: Iterable[ExportedQuotation]) -> Iterator[str]:
    """A graph of schema.org's quotations, each with its speaker in their role, and its article."""
    return document({"@context": "https://schema.org"}, "@graph", (_quotation(one) for one in _speech(quotations)))


FORMATS: Mapping[str, Format] = {
    "jsonl": Format("application/x-ndjson", _json_lines),
    "csv": Format("text/csv; charset=utf-8", _table),
    "web-annotation": Format('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', _annotations),
    "schema.org": Format("application/ld+json", _linked_data),
}


def table(columns: Sequence[str], rows: Iterable[Node]) -> Iterator[str]:
    """Comma-separated values with these columns in the head; what a spreadsheet would take for a formula is text."""
    yield _line(columns)
    for row in rows:
        yield _line(_as_text(row[column]) for column in columns)


def _row(one: ExportedQuotation) -> Node:
    article, attribution, speaker = one.article, one.quotation.attribution, one.speaker
    quotation = attribution.quotation
    affiliation = next(iter(speaker.affiliations), None) if speaker else None
    return {
        "quotation_id": quotation.id,
        "article_id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "published_at": article.published_at,
        "start": quotation.parts[0].start,
        "end": quotation.parts[-1].end,
        "kind": quotation.kind.value,
        "is_speech": quotation.is_speech,
        "words": quotation.text,
        "speaker_id": speaker.id if speaker else None,
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "role": affiliation.role if affiliation else None,
        "organization": affiliation.organization if affiliation else None,
        "statement_id": one.quotation.statement_id,
        "confidence": attribution.confidence,
        "reported_as": quotation.reported_as.value,
        "in": quotation.field.value,
    }


def _affiliation(affiliation: Affiliation) -> Node:
    span = affiliation.span
    said = {"text": span.text, "role": affiliation.role, "organization": affiliation.organization}
    return said | _place(span)


def _place(span: Span) -> Node:
    return {"start": span.start, "end": span.end, "in": span.field.value}


def _speech(quotations: Iterable[ExportedQuotation]) -> Iterator[ExportedQuotation]:
    return (one for one in quotations if one.quotation.attribution.quotation.is_speech)


def _annotation(one: ExportedQuotation) -> Node:
    quotation = one.quotation.attribution.quotation
    annotation: Node = {"id": _name("quotation", quotation.id), "type": "Annotation", "motivation": "describing"}
    if one.speaker:
        body = {"type": "TextualBody", "purpose": "tagging", "value": one.speaker.name, "format": "text/plain"}
        annotation["body"] = body
    return {**annotation, "target": [_target(one.article, part) for part in quotation.parts]}


def _target(article: Article, part: Span) -> Node:
    content = article.content(part.field)
    quoted = {
        "type": "TextQuoteSelector",
        "exact": part.text,
        "prefix": content[max(0, part.start - _CONTEXT) : part.start],
        "suffix": content[part.end : part.end + _CONTEXT],
    }
    selectors: list[Node] = [quoted]
    # An offset in a title is none in the text.
    if part.field is ArticleField.TEXT:
        selectors.append({"type": "TextPositionSelector", "start": part.start, "end": part.end})
    return {"source": article.url or _name("article", article.id), "selector": selectors}


def _quotation(one: ExportedQuotation) -> Node:
    quotation = one.quotation.attribution.quotation
    return without_nulls(
        {
            "@type": "Quotation",
            "@id": _name("quotation", quotation.id),
            "text": quotation.text,
            "spokenByCharacter": _in_role(one.speaker) if one.speaker else None,
            "isPartOf": _news_article(one.article),
        }
    )


def _in_role(speaker: Speaker) -> Node:
    """The speaker, within the role in which the article has them speak, if it tells one."""
    is_organization = speaker.kind is SpeakerKind.ORGANIZATION
    affiliation = next(iter(speaker.affiliations), None)
    name = affiliation.organization if affiliation else None
    organization = {"@type": "Organization", "name": name} if name else None
    node = {"@type": "Organization" if is_organization else "Person", "@id": _name("speaker", speaker.id)}
    speaking = without_nulls(
        {**node, "name": speaker.name, "memberOf" if is_organization else "affiliation": organization}
    )
    if affiliation is None or affiliation.role is None:
        return speaking
    return {"@type": "Role", "roleName": affiliation.role, "spokenByCharacter": speaking}


def _news_article(article: Article) -> Node:
    return without_nulls(
        {
            "@type": "NewsArticle",
            "@id": _name("article", article.id),
            "headline": article.title,
            "url": article.url,
            "datePublished": article.published_at,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        }
    )


def _name(kind: str, its_id: str) -> str:
    return f"urn:quotes:{kind}:{quote(its_id, safe='')}"


def without_nulls(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value is not None}


def document(head: Node, name: str, nodes: Iterable[Node]) -> Iterator[str]:
    """A document with one long list, whose end comes when all is written."""
    yield f"{dumped(head)[:-1]}, {dumped(name)}: ["
    separator = "\n"
    for node in nodes:
        yield separator + dumped(node)
        separator = ",\n"
    yield "\n]}\n"


def dumped(value: object) -> str:
    """The JSON of a value."""
    return json.dumps(value, ensure_ascii=False)


def _as_text(value: object) -> object:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULAS) else value


def _line(values: Iterable[object]) -> str:
    text = StringIO()
    csv.writer(text).writerow(values)
    return text.getvalue()
