"""An analysis as the text of an answer: JSON by the contract, or the page."""

import json

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
    return page_html(analysis=analysis, min_confidence=min_confidence)


def page_html(
    *,
    analysis: Analysis | None = None,
    form: Form | None = None,
    error: str | None = None,
    n_seeds: int = 0,
    min_confidence: float = CERTAIN_ENOUGH,
) -> str:
    """The page with what there is: the analysis, the form for another, what went wrong with the last."""
    content = page_content(analysis, min_confidence) if analysis is not None else None
    return render("page.html", content=content, form=form, error=error, n_seeds=n_seeds)
