"""The figures of accuracy as a page in Markdown."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from bench.calibration import Judgement, calibration_error, reliability
from bench.figures import FIGURES, PEERS, Figure, Peer
from bench.tables import percent, table
from service.version import Build

_HEAD = """\
# Accuracy

Written by `make accuracy`. All figures in per cent. What users will see stands first: unread worldwide news are 40
articles (303 spans) that nobody read while the service was built; their calibration error is that of the speakers it
names for these spans. Read worldwide news are 24 articles on which rules were once written: they show that nothing
breaks, no more. Indirect speech: 160 reports in those 24. US news: 84 articles with source, cue and content spans
(PolNeAR, development part). Real stories: 22 events, each reported by three to six outlets; planted stories: 10 with
planted conflicts; read stories: five, on which the comparison was written. "Naive" gives each marked span to the
nearest name and calls the same words one statement. Ours are those of `POST /v1/analyses`, and the very same through
the store: articles submitted one by one, and the resources read.

"""
_CALIBRATION = """\
## Is the confidence a probability?

Every attribution of the US news that names a source, by its `confidence`; right where content and source match the
labels as in "all, end-to-end".

"""
_PEERS = """\
## Beside other systems

On the US news, by the same scorer: development articles / test articles. Two people: one against the other.

"""


def accuracy_report(ours: Mapping[str, float], naive: Mapping[str, float], judgements: Sequence[Judgement]) -> str:
    """The page; it says which figures could not be measured."""
    parts = [_HEAD + _figures(ours, naive)]
    if judgements:
        parts.append(_CALIBRATION + table(("confidence", "answers", "mean", "right"), list(_bins(judgements))))
        parts.append(table(("kind", "answers", "calibration error"), list(_kinds(judgements))))
    if "us.all" in ours:
        parts.append(_PEERS + _peers(ours))
    return "\n".join(parts)


def accuracy_record(ours: Mapping[str, float], build: Build) -> str:
    """The figures and what they were measured with, as `service.version` reads them."""
    figures = {figure.name: round(100 * ours[figure.key], 1) for figure in FIGURES if figure.key in ours}
    return json.dumps({"figures": figures, "build": asdict(build)}, indent=2) + "\n"


def _figures(ours: Mapping[str, float], naive: Mapping[str, float]) -> str:
    rows = [_row(figure, ours[figure.key], naive.get(figure.key)) for figure in FIGURES if figure.key in ours]
    written = table(("figure", "naive", "ours", "due", "goal", ""), rows)
    if "world.bad" in ours:
        n_bad = round(ours["seeds.bad"] + ours["world.bad"])
        written += (
            f"\nAnswered spans of the seeds and the worldwide news that are not a slice of their article: {n_bad}.\n"
        )
    left_out = [figure.name for figure in FIGURES if figure.key not in ours]
    if left_out:
        written += f"\nLeft out, for want of the labelled articles: {'; '.join(left_out)}.\n"
    return written


def _peers(ours: Mapping[str, float]) -> str:
    service = Peer("this service", *(percent(ours[f"us.{key}"]) for key in ("marked", "quoted", "indirect", "all")))
    rows = [(peer.name, peer.marked, peer.quoted, peer.indirect, peer.all) for peer in (service, *PEERS)]
    return table(("system", "marked spans", "quoted", "indirect", "all"), rows)


def _row(figure: Figure, ours: float, naive: float | None) -> tuple[str, ...]:
    bars = (percent(figure.due), percent(figure.goal))
    return (figure.name, percent(naive), percent(ours), *bars, "" if figure.is_reached(ours) else "not yet")


def _bins(judgements: Sequence[Judgement]) -> Iterator[tuple[str, ...]]:
    for each in reliability(judgements):
        borders = f"{percent(each.low)} to {percent(each.high)}"
        yield borders, str(each.count), percent(each.confidence), percent(each.accuracy)


def _kinds(judgements: Sequence[Judgement]) -> Iterator[tuple[str, ...]]:
    for kind in sorted({judgement.kind for judgement in judgements}):
        alike = [judgement for judgement in judgements if judgement.kind == kind]
        yield kind, str(len(alike)), percent(calibration_error(alike))
