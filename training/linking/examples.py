"""Pairs of quotations that people labelled: of the stories, of an archive, and invented ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.archive import LabelledPair, Place, quotations_at, read_pairs
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.linking.statements.comparable import ComparableQuotation, comparable_quotations
from service.linking.statements.events import Occasion
from service.linking.statements.evidence import EVIDENCE
from service.linking.statements.pairs import pair_of
from service.linking.statements.scoring import may_be_alike
from service.parsing.parser import Parser
from training.attribution.examples import Decision

# A quotation covers a labelled span where it holds so much of it, as in the scorer.
_COVERED = 0.8
_SpanKey = tuple[str, int, int]
ArchiveExample = tuple[LabelledPair, Decision]
_SOME_DAY = "2026-01-01T12:00:00Z"


@dataclass(frozen=True, slots=True)
class Archive:
    """Labelled pairs of an archive, those whose quotations are found, and the quotations."""

    pairs: tuple[LabelledPair, ...]
    passages: Mapping[Place, ComparableQuotation]
    n_lost: int
    """How many pairs that stand for others are not among them."""

    @property
    def counted(self) -> tuple[LabelledPair, ...]:
        """The pairs that stand for others."""
        return tuple(pair for pair in self.pairs if pair.stands_for)

    def examples(self) -> Iterator[ArchiveExample]:
        """What the evidence says of each pair."""
        for pair in self.pairs:
            one, other = self.passages[pair.first], self.passages[pair.second]
            yield pair, decision_of(one, other, is_same=pair.is_same)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event, read as the service reads them, beside what people labelled."""

    name: str
    reports: tuple[ArticleAnalysis, ...]
    gold: Mapping[str, Any]
    speakers: Any

    @property
    def corpus(self) -> str:
        """Where it comes from: the folder, and of the real ones the collection."""
        folder, name = self.name.split("/")
        return f"{folder}/{name.split('-')[0]}" if folder == "stories" else folder

    @property
    def passages(self) -> tuple[ComparableQuotation, ...]:
        """The quotations that are compared."""
        return tuple(passage for report in self.reports for passage in comparable_quotations(report))


def read_stories(folders: Iterable[Path], parser: Parser, scorer: ModuleType) -> Iterator[Story]:
    """The stories of these folders, in order."""
    for folder in folders:
        for name, texts, gold, speakers in scorer.read(str(folder)):
            reports = tuple(read_article(Article(id_, text), parser) for id_, text in texts.items())
            yield Story(f"{folder.name}/{name}", reports, gold, speakers)


def story_decisions(story: Story, scorer: ModuleType) -> Iterator[Decision]:
    """The pairs of quotations of two articles that are alike enough to be compared, where people labelled both."""
    labels = _labels(story, scorer)
    for one, other in combinations(story.passages, 2):
        is_same = labels.get(frozenset((one.id, other.id)))
        if is_same is not None and may_be_alike(one.signatures, other.signatures):
            yield decision_of(one, other, is_same=is_same)


def on_one_day(story: Story) -> Story:
    """The story as if all of its articles had been published on one day."""
    reports = (replace(one, article=replace(one.article, published_at=_SOME_DAY)) for one in story.reports)
    return replace(story, reports=tuple(reports))


def read_archive(path: Path, shared: Path, parser: Parser) -> Archive:
    """The labelled pairs of this file, and their quotations."""
    labelled = tuple(read_pairs(path))
    places = {place for pair in labelled for place in (pair.first, pair.second)}
    passages = quotations_at(places, shared, parser)
    pairs = tuple(pair for pair in labelled if pair.first in passages and pair.second in passages)
    n_lost = sum(pair.stands_for > 0 for pair in labelled) - sum(pair.stands_for > 0 for pair in pairs)
    return Archive(pairs, passages, n_lost)


def decision_of(one: ComparableQuotation, other: ComparableQuotation, *, is_same: bool) -> Decision:
    """What the evidence says of two quotations, after a constant; where dated, as if of two events."""
    pair = pair_of(*(replace(each, occasion=Occasion(each.day)) for each in (one, other)))
    return Decision((1.0, *(rule(pair) for rule in EVIDENCE)), is_same)


def _labels(story: Story, scorer: ModuleType) -> dict[frozenset[str], bool | None]:
    """By pairs of quotations: whether they hold spans of one statement; None if nobody can tell."""
    same = {scorer.key(member): one["name"] for one in story.gold["statements"] for member in one["members"]}
    spans = sorted({*scorer.spans_of(story.speakers), *same})
    utterances = scorer.utterances_of(story.speakers)
    undecided = {frozenset(map(scorer.key, pair)) for pair in story.gold.get("undecided_pairs", [])}
    covering = {span: _covering(span, story.passages) for span in spans}
    labels: dict[frozenset[str], bool | None] = {}
    joined: set[frozenset[object]] = set()
    pairs = [(one, other) for one, other in combinations(spans, 2) if one[0] != other[0]]
    # First those that are one statement: of two utterances that hold one, other spans show nothing.
    for one, other in sorted(pairs, key=lambda pair: not _is_one(same, *pair)):
        spoken = frozenset((utterances.get(one, one), utterances.get(other, other)))
        label: bool | None = _is_one(same, one, other)
        if label:
            joined.add(spoken)
        elif frozenset((one, other)) in undecided or spoken in joined:
            label = None
        for left, right in product(covering[one], covering[other]):
            labels.setdefault(frozenset((left, right)), label)
    return labels


def _is_one(same: Mapping[_SpanKey, str], one: _SpanKey, other: _SpanKey) -> bool:
    return one in same and same[one] == same.get(other)


def _covering(span: _SpanKey, passages: Iterable[ComparableQuotation]) -> tuple[str, ...]:
    article_id, start, end = span
    return tuple(
        passage.id
        for passage in passages
        if passage.article_id == article_id
        and sum(max(0, min(end, part.end) - max(start, part.start)) for part in passage.quotation.parts)
        >= _COVERED * (end - start)
    )
