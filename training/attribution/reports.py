"""The two tables of reports without marks: of speech and writing, and of what is only thought, wished or done.

For each cue one of its runs of words is to be chosen, or none: a conditional fit in which "none" stands for nought.
PolNeAR marks attitudes as it marks speech; `lexicon/reporting/speech_cues.txt` parts them.
"""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from types import ModuleType

import torch
from torch import Tensor

from bench.polnear import LabelledArticle
from service.attribution.indirect.candidates import CueKind, IndirectCandidate, indirect_candidates
from service.parsing.parser import Parser
from training.attribution.corpus import LabelledReading, readings
from training.attribution.tables import tables_at, write_table

# Jaccard of the words from which the labelled and the reported content count as the same, as in the scorer.
_SAME_CONTENT = 0.5
# Of two right runs the one that fits better weighs more, as the square of how well it fits.
_FIT_POWER = 2
# Best over the five folds: with a tenth of it or three times as much, half a point of F is lost.
_PENALTY = 3e-4
# What is seen more rarely, and smaller weights, would only make the tables longer.
_FEWEST = {CueKind.SPEECH: 20, CueKind.ATTITUDE: 40}
_LEAST = 0.03
_MOST_STEPS = 200
_TABLES = {CueKind.SPEECH: "report_weights.txt", CueKind.ATTITUDE: "attitude_weights.txt"}
_COMMENT = "Weights of the evidence for {} (attribution/indirect), learnt from PolNeAR 1.0.0 train."
_SUBJECTS = {
    CueKind.SPEECH: "a report of speech or writing without quotation marks",
    CueKind.ATTITUDE: "what somebody thinks, wishes or does, as an article reports it",
}

logger = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class NamedSelection:
    """The names of the evidence for each run of words, and how well each fits a label; 0 where it is none."""

    names: tuple[tuple[str, ...], ...]
    fits: tuple[float, ...]


def learn_reports(articles: Sequence[LabelledArticle], parser: Parser, scorer: ModuleType, folder: Path) -> None:
    """Write the two tables that these articles teach into the folder."""
    for kind in CueKind:
        with tables_at(folder):
            selections = [
                each for labelled in readings(articles, parser) for each in report_selections(labelled, scorer, kind)
            ]
        logger.info("%d cues of %s", len(selections), kind)
        weights = fit_reports(selections, fewest=_FEWEST[kind])
        rows = {name: f"{weight:.2f}" for name, weight in weights.items()}
        write_table(folder / _TABLES[kind], _COMMENT.format(_SUBJECTS[kind]), rows)


def report_selections(labelled: LabelledReading, scorer: ModuleType, kind: CueKind) -> Iterator[NamedSelection]:
    """What the article teaches of each cue of the kind."""
    text = scorer.Text(labelled.labels.text)
    labels = [
        (text.touched(each.content), None if each.source is None else text.touched(each.source))
        for each in labelled.labels.attributions
    ]
    for candidates in indirect_candidates(labelled.annotated, kind):
        found = candidates[0].cue.cue_source
        source = text.touched([(found.place.start, found.place.end)])
        contents = [
            content
            for content, theirs in labels
            # A passive names nobody, nor does the label.
            if (found.way == "passive" if theirs is None else text.same_source(theirs, source)[0])
        ]
        fits = tuple(_fit(labelled, text, candidate, contents) for candidate in candidates)
        # Interned, for the same names come back on nearly every row.
        yield NamedSelection(tuple(tuple(map(sys.intern, each.evidence)) for each in candidates), fits)


def _fit(labelled: LabelledReading, text: object, candidate: IndirectCandidate, contents: Sequence[set[int]]) -> float:
    """How well the words fit the label that they fit best; 0 where that is too little."""
    parse = labelled.annotated.parse
    content = candidate.content
    runs = [run for run in (content.lead, content.words) if run is not None]
    spans = [parse.span(start, stop - 1) for start, stop in runs]
    ours = text.touched([(span.start, span.end) for span in spans])  # type: ignore[attr-defined]
    best = max((len(ours & theirs) / len(ours | theirs) for theirs in contents), default=0.0)
    return best**_FIT_POWER if best >= _SAME_CONTENT else 0.0


def fit_reports(selections: Sequence[NamedSelection], *, fewest: int) -> dict[str, float]:
    """The weights of the names under which the right runs, or none, are likeliest to be chosen, and of "always".

    Names seen less than `fewest` times have none; weights closer to nought than the least are left out.
    """
    seen = Counter(name for each in selections for names in each.names for name in names)
    names = sorted(name for name, n in seen.items() if n >= fewest)
    place = {name: index for index, name in enumerate(names)}
    rows = [[place[name] for name in row if name in place] for each in selections for row in each.names]
    fits = torch.tensor([fit for each in selections for fit in each.fits], dtype=torch.float64)
    owner = torch.tensor([index for index, each in enumerate(selections) for _ in each.fits])
    *fitted, always = _minimum(rows, fits, owner, len(names)).tolist()
    kept = {name: weight for name, weight in zip(names, fitted, strict=True) if abs(weight) >= _LEAST}
    return {"always": always} | kept


def _minimum(rows: Sequence[Sequence[int]], fits: Tensor, owner: Tensor, n_names: int) -> Tensor:
    shown = _indicators(rows, n_names)
    turned = shown.t().to_sparse_csr()
    n = int(owner.max()) + 1
    none = torch.zeros(n, dtype=fits.dtype).index_add(0, owner, fits) == 0
    weights = torch.zeros(n_names + 1, dtype=fits.dtype)
    optimizer = torch.optim.LBFGS([weights], max_iter=_MOST_STEPS, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        # The gradient by hand: that of a sparse product is slow.
        shares = torch.exp(shown @ weights[:-1] + weights[-1])
        every = 1 + torch.zeros_like(none, dtype=fits.dtype).index_add(0, owner, shares)
        right = torch.where(none, 1.0, torch.zeros_like(every).index_add(0, owner, shares * fits))
        errors = (shares / every[owner] - shares * fits / right[owner]) / n
        weights.grad = torch.cat((turned @ errors + 2 * _PENALTY * weights[:-1], errors.sum()[None]))
        return (torch.log(every) - torch.log(right)).mean() + _PENALTY * (weights[:-1] * weights[:-1]).sum()

    optimizer.step(step)  # type: ignore[no-untyped-call]
    return weights


def _indicators(rows: Sequence[Sequence[int]], n_columns: int) -> Tensor:
    """A sparse matrix with a one in each of the columns that a row names."""
    starts = torch.tensor([0, *accumulate(map(len, rows))])
    columns = torch.tensor([column for row in rows for column in row])
    ones = torch.ones(len(columns), dtype=torch.float64)
    return torch.sparse_csr_tensor(starts, columns, ones, (len(rows), n_columns))
