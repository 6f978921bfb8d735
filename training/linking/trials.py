"""What the service reaches on the stories, by the scorer, whatever the weights."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from typing import Any

from bench.scorers import Scorers
from service.linking.analysis import compare
from service.web.page.documents import analysis_json
from training.linking.examples import Story

_FIGURE = re.compile(r"(pairs|all|speaker|affiliation|wording) P ([\d.]+|nan) R ([\d.]+|nan) F ([\d.]+)")


def answer(story: Story) -> Mapping[str, Any]:
    """The answer of the service on a story."""
    found: Mapping[str, Any] = json.loads(analysis_json(compare(story.reports)))
    return found


def story_figures(
    stories: Sequence[Story], answers: Mapping[str, Mapping[str, Any]], scorers: Scorers
) -> Mapping[str, Mapping[str, float]]:
    """Precision, recall and F of pairs and conflicts, for each corpus of stories."""
    _answer_with(stories, answers, scorers)
    corpora: dict[str, list[Story]] = {}
    for story in stories:
        corpora.setdefault(story.corpus, []).append(story)
    return {corpus: _figures(some, scorers) for corpus, some in corpora.items()}


def judged_conflicts(
    stories: Sequence[Story], answers: Mapping[str, Mapping[str, Any]], scorers: Scorers
) -> Iterator[tuple[str, str, bool]]:
    """Class and severity of each conflict that the service finds, and whether the scorer finds it right."""
    _answer_with(stories, answers, scorers)
    for story in stories:
        printed = io.StringIO()
        with redirect_stdout(printed):
            scorers.conflicts.score([_scored(story)], verbose=True)
        for conflict in answers[story.name]["conflicts"]:
            is_false = f"false alarm {story.name} {conflict['kind']} {conflict['summary']}" in printed.getvalue()
            yield conflict["class"], conflict["severity"], not is_false


def _answer_with(stories: Sequence[Story], answers: Mapping[str, Mapping[str, Any]], scorers: Scorers) -> None:
    """Let the scorer be answered so."""
    by_articles = {_articles(story): answers[story.name] for story in stories}
    vars(scorers.conflicts)["analyses"] = lambda asked: by_articles[
        frozenset((one["id"], one["text"]) for one in asked)
    ]


def _figures(stories: Iterable[Story], scorers: Scorers) -> Mapping[str, float]:
    printed = io.StringIO()
    with redirect_stdout(printed):
        scorers.conflicts.score([_scored(story) for story in stories])
    return {
        f"{kind} {name}": float(value)
        for kind, *values in _FIGURE.findall(printed.getvalue())
        for name, value in zip("PRF", values, strict=True)
    }


def _scored(story: Story) -> tuple[str, Mapping[str, str], Mapping[str, Any], Any]:
    texts = {report.article.id: report.article.text for report in story.reports}
    return story.name, texts, story.gold, story.speakers


def _articles(story: Story) -> frozenset[tuple[str, str]]:
    return frozenset((report.article.id, report.article.text) for report in story.reports)
