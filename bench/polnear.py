"""Articles with source, cue and content spans (PolNeAR), and our answers in the form of their scorer."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.answers import Analyses, Answer
from bench.calibration import Judgement

# Half-open spans of code points, as the scorer takes them.
Spans = list[list[int]]


@dataclass(frozen=True, slots=True)
class LabelledAttribution:
    """An attribution as people marked it; `source` and `cue` may be missing."""

    content: Spans
    source: Spans | None
    cue: Spans | None


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its attributions."""

    id: str
    """The outlet, the day of publication, the beginning of the headline."""
    text: str
    attributions: tuple[LabelledAttribution, ...]

    @property
    def published_at(self) -> str:
        """The day of publication, of ISO 8601."""
        return self.id.split("_")[1]


def read_labelled(path: Path) -> tuple[LabelledArticle, ...]:
    """The articles of a file, a line each; attributions without content left out."""
    with path.open(encoding="utf-8") as file:
        return tuple(_article(json.loads(line)) for line in file)


def _article(labels: Mapping[str, Any]) -> LabelledArticle:
    return LabelledArticle(
        labels["doc"],
        labels["text"],
        tuple(
            LabelledAttribution(each["content"], each["source"] or None, each["cue"] or None)
            for each in labels["attributions"]
            if each["content"]
        ),
    )


def polnear_scores(scorer: ModuleType, analyses: Analyses, articles: Sequence[LabelledArticle]) -> Mapping[str, float]:
    """Marked spans with the right source, and the end-to-end F measures by kind."""
    gold = {article.id: (article.text, [_quote(each) for each in article.attributions]) for article in articles}
    predicted = {article.id: predictions(_ask(analyses, article)) for article in articles}
    scores = scorer.score(gold, predicted)
    by_kind = {kind: scores["types"][kind]["end2end"]["f1"] for kind in ("quoted", "indirect", "all")}
    return by_kind | {"marked": scores["marked"]["accuracy"]}


def judgements(scorer: ModuleType, analyses: Analyses, articles: Sequence[LabelledArticle]) -> tuple[Judgement, ...]:
    """Every attribution that names a source: its confidence, and whether the scorer counts it as right."""
    return tuple(each for article in articles for each in _judged(scorer, article, _ask(analyses, article)))


def predictions(answer: Answer) -> list[dict[str, Spans | None]]:
    """The answer's speech in the scorer's form, the mention as the source."""
    return [
        {
            "content": [[part["start"], part["end"]] for part in quotation["parts"]],
            "source": _span(quotation["mention"]),
            "cue": _span(quotation["cue"]),
        }
        for quotation in answer["quotations"]
        if quotation["is_speech"]
    ]


def _judged(scorer: ModuleType, article: LabelledArticle, answer: Answer) -> Iterator[Judgement]:
    text = scorer.Text(article.text)
    speech = [quotation for quotation in answer["quotations"] if quotation["is_speech"]]
    gold, found = (
        [(text.touched(quote["content"]), text.touched(quote["source"])) for quote in quotes]
        for quotes in (map(_quote, article.attributions), predictions(answer))
    )
    matched = {ours: theirs for theirs, ours in scorer.pairs(gold, found).items()}
    for index, quotation in enumerate(speech):
        if quotation["mention"] is not None:
            theirs = matched.get(index)
            is_right = theirs is not None and text.same_source(gold[theirs][1], found[index][1])[0]
            yield Judgement(quotation["kind"], quotation["confidence"], is_right)


def _ask(analyses: Analyses, article: LabelledArticle) -> Answer:
    return analyses([{"id": article.id, "text": article.text}])


def _quote(labelled: LabelledAttribution) -> dict[str, Spans | None]:
    return {"content": labelled.content, "source": labelled.source, "cue": labelled.cue}


def _span(span: Mapping[str, int] | None) -> Spans | None:
    return None if span is None else [[span["start"], span["end"]]]
