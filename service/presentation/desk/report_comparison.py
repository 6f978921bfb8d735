"""The reports of a statement side by side: reprints together, each wording compared with one of them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from service.domain.archive import QuotationInArticle
from service.domain.conflicts import DiffOp, DiffStep
from service.domain.quotations import Quotation, QuotationKind
from service.presentation.annotated_text import anchor
from service.presentation.printed_words import printed_diff
from service.presentation.quotation_text import text_alone, text_of_parts

_LONGEST_MENTION = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A report and how its wording differs from the basis; `steps` is None if they are not compared."""

    report: QuotationInArticle
    steps: tuple[DiffStep, ...] | None
    is_basis: bool

    @property
    def mention(self) -> str | None:
        """How the article refers to the speaker here, where that is not the name itself."""
        mention, speaker = self.report.quotation.attribution.mention, self.report.speaker
        if mention is None or (speaker is not None and mention.text == speaker.name):
            return None
        return shorten(mention.text, _LONGEST_MENTION, placeholder="…")

    @property
    def anchor(self) -> str:
        """The name of its place on the article's page."""
        first = _quotation(self.report).parts[0]
        return anchor(1, first.start, first.field)

    @property
    def words(self) -> str:
        """The words as printed; see `text_alone`."""
        return text_alone(_quotation(self.report))

    @property
    def affiliations(self) -> tuple[str, ...]:
        """What the article says that the speaker is, each once."""
        speaker = self.report.speaker
        return tuple(dict.fromkeys(one.span.text for one in speaker.affiliations)) if speaker else ()

    @property
    def is_changed(self) -> bool:
        """Whether a word differs."""
        return self.steps is not None and any(step.op is not DiffOp.EQUAL for step in self.steps)


@dataclass(frozen=True, slots=True)
class IndependentReport:
    """The articles that print one text; one, where it was not reprinted."""

    rows: tuple[Row, ...]


def side_by_side(
    reports: Sequence[QuotationInArticle], basis: QuotationInArticle | None
) -> tuple[IndependentReport, ...]:
    """The reports, in the order in which they came; reprints stay together."""
    rows: dict[int, list[Row]] = defaultdict(list)
    for report in reports:
        rows[report.report].append(_row(report, basis))
    return tuple(IndependentReport(tuple(same)) for same in rows.values())


def basis_of(reports: Sequence[QuotationInArticle], chosen: str | None) -> QuotationInArticle | None:
    """The report with the chosen quotation, or else the words that most print: of direct speech, and the fullest."""
    for report in reports:
        if _quotation(report).id == chosen:
            return report
    printed = [one for one in reports if _quotation(one).kind is not QuotationKind.INDIRECT] or list(reports)
    times = Counter(_words(one) for one in printed)
    return max(printed, key=lambda one: (times[_words(one)], _is_direct(one), len(_words(one))), default=None)


def _row(report: QuotationInArticle, basis: QuotationInArticle | None) -> Row:
    is_basis = report is basis
    # What a reporter puts in words of their own differs in every word, and says nothing by it.
    is_compared = basis is not None and not is_basis and _quotation(report).kind is not QuotationKind.INDIRECT
    steps = printed_diff(_printed(basis), _printed(report)) if is_compared and basis is not None else None
    return Row(report, steps, is_basis)


def _quotation(report: QuotationInArticle) -> Quotation:
    return report.quotation.attribution.quotation


def _printed(report: QuotationInArticle) -> str:
    return text_of_parts(_quotation(report).parts)


def _is_direct(report: QuotationInArticle) -> bool:
    return _quotation(report).kind is QuotationKind.DIRECT


def _words(report: QuotationInArticle) -> str:
    return " ".join(_quotation(report).text.casefold().split()).strip(".,;:!?")
