"""An analysis as the text of an answer: JSON by the contract, or the page."""

import json
from dataclasses import dataclass, fields

from service.domain.conflicts import Analysis
from service.domain.quotations import CERTAIN_ENOUGH
from service.presentation.analysis_view import page_content
from service.web.api.answers import answer_of
from service.web.page.forms import Form
from service.web.rendering import render
from service.web.schemas import AnalysisSchema


def analysis_json(analysis: Analysis) -> str:
    """The very answer of `POST /v1/analyses`."""
    return json.dumps(AnalysisSchema().dump(answer_of(analysis)), ensure_ascii=False, indent=2) + "\n"


def analysis_html(analysis: Analysis, min_confidence: float = CERTAIN_ENOUGH) -> str:
    """The page as one file that needs no server: without its form."""
    return page_html(analysis, min_confidence=min_confidence)


@dataclass(frozen=True, slots=True)
class Around:
    """What the page has beside an analysis where a server answers: its form, the last refusal, what else it offers."""

    form: Form | None = None
    error: str | None = None
    n_seeds: int = 0
    may_store: bool = False


_ALONE = Around()


def page_html(
    analysis: Analysis | None = None, *, min_confidence: float = CERTAIN_ENOUGH, around: Around = _ALONE
) -> str:
    """The page with what there is: the analysis, the form for another, what went wrong with the last."""
    content = page_content(analysis, min_confidence) if analysis is not None else None
    parts = {field.name: getattr(around, field.name) for field in fields(around)}
    return render("page.html", content=content, **parts)
