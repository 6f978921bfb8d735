"""Quotations made ready to be compared, the duplicates among them, and the keys under which these meet."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from service.archive.encoding import decode
from service.archive.engine import BYTES, INTEGER, TEXT, TRUTH, Frame, Type, col, made
from service.domain.quotations import ArticleAnalysis, Quotation, Speaker
from service.linking.speakers.name_graph import variants_of
from service.linking.statements.blocking import keys_of, lone_keys
from service.linking.statements.comparable import ComparableQuotation, comparable_quotations
from service.linking.statements.duplicates import Duplicates, duplicates_id
from service.linking.time_window import MOST_DAYS_APART
from service.store.links.index_keys import key_number
from service.store.links.representatives import (
    Sample,
    comparable_of,
    representative_of,
    sample_speaker,
    version_values,
)
from service.store.sql.rows.quotations import quotation_of
from service.store.sql.rows.values import span_values

Row = tuple[Any, ...]
# What tells no day is of this period, and compared with all others.
UNDATED = -(2**31)
QUOTED = {
    **{"id": TEXT, "article_id": TEXT, "outlet": TEXT, "version": INTEGER, "day": INTEGER, "period": INTEGER},
    **{"kind": TEXT, "parts": TEXT, "is_speech": TRUTH, "context": TEXT, "variant": INTEGER},
    **{"printed": BYTES, "whole": BYTES, "topic": TEXT, "sample": TEXT},
    **{"keys": Type.list(INTEGER), "words": Type.list(INTEGER), "are_lone": Type.list(TRUTH)},
}
_KEYS = {"keys": "key", "words": "word", "are_lone": "is_lone"}
_COMPARED = ("id", "version", "day", "period", "printed", "whole", "topic", "sample", *_KEYS)


def quoted(analyses: Frame) -> Frame:
    """The quotations of all articles that were read, with what is compared of them.

    `version` are their duplicates, `variant` is the speaker's name variant; `words` has for each of the keys a number
    for the word behind it, none if it is a run of words.
    """
    return made(analyses, _quotations_in, ["analysis"], QUOTED)


def duplicates_among(quotations: Frame) -> Frame:
    """Of quotations that are the same in all that is compared, the first."""
    first = quotations.groupby("version").agg(col("id").min().alias("first")).select("first")
    return quotations.join(first, left_on="id", right_on="first", how="semi").select(*_COMPARED)


def postings(duplicates: Frame) -> Frame:
    """The keys of the duplicates, one below the other."""
    found = duplicates.select(*(col(old).alias(new) for old, new in _KEYS.items()), "version", "day", "period")
    # Of a quotation without keys an empty row is left.
    return found.explode(*_KEYS.values()).where(col("key").not_null())


def number_of(content_id: str) -> int:
    """The number in an id that is made of content; in the same order as the ids."""
    return int(content_id[1:], 16)


def version_id(number: int) -> str:
    """The id of duplicates by their number."""
    return f"w{number:012x}"


def duplicates_of(number: int, quotations: list[dict[str, Any]]) -> Duplicates:
    """The duplicates of this number: rows of quotations that are all of it."""
    passages = (_comparable(each) for each in quotations)
    return Duplicates(version_id(number), tuple(sorted(passages, key=lambda passage: passage.id)))


def representative(number: int, sample: str, topic: str | None) -> ComparableQuotation:
    """The words of duplicates, without their places."""
    return representative_of(json.loads(sample), version_id(number), topic)


def speaker_in(sample: str) -> Speaker | None:
    """Who said the words of duplicates."""
    return sample_speaker(json.loads(sample))


def quotation_in(row: dict[str, Any]) -> Quotation:
    """The quotation of this row."""
    return quotation_of(row["id"], row["article_id"], row["kind"], json.loads(row["parts"]), row["is_speech"])


def _comparable(row: dict[str, Any]) -> ComparableQuotation:
    sample: Sample = json.loads(row["sample"])
    return comparable_of(sample, quotation_in(row), json.loads(row["context"]))


def _quotations_in(analysis: str) -> Iterator[Row]:
    report = decode(ArticleAnalysis, analysis)
    variant_of = {speaker_id: number_of(variant.id) for speaker_id, variant in variants_of(report).items()}
    speaker_of = {each.quotation.id: variant_of.get(each.speaker_id or "") for each in report.attributions}
    for each in comparable_quotations(report):
        version = duplicates_id(each)
        values = version_values(version, each)
        place = number_of(version), each.day, _period(each.day)
        parts = json.dumps([span_values(part) for part in each.quotation.parts])
        words = each.quotation.kind.value, parts, each.is_speech, json.dumps(each.context), speaker_of[each.id]
        packed = values["printed"], values["whole"], values["topic"], json.dumps(values["sample"])
        yield (each.id, each.article_id, report.article.outlet, *place, *words, *packed, *_keys_of(each))


def _keys_of(quotation: ComparableQuotation) -> Row:
    """The numbers of its keys and of the words behind them, and which stand alone in a fragment."""
    keys, lone = tuple(keys_of(quotation)), lone_keys(quotation)
    numbers = [key_number(key.content, kind=key.kind) for key in keys]
    return (
        numbers,
        [_word_number(key.word) for key in keys],
        [key in lone for key in keys] if lone else [False] * len(keys),
    )


@lru_cache(maxsize=65536)
def _word_number(word: str | None) -> int | None:
    return key_number((word,)) if word is not None else None


def _period(day: int | None) -> int:
    """Reports of one statement are of one period, or of two that follow each other."""
    return day // MOST_DAYS_APART if day is not None else UNDATED
