"""An analysis as the text of an answer: JSON by the contract, or the page."""

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from service.domain import Analysis
from service.web.answers import answer_of
from service.web.content import page_content
from service.web.forms import Form
from service.web.schemas import AnalysisSchema

# Not Flask's environment: the command line writes the same page, and has no app.
_TEMPLATES = Environment(
    loader=PackageLoader("service.web"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def analysis_json(analysis: Analysis) -> str:
    """The very answer of `POST /v1/analyses`."""
    return json.dumps(AnalysisSchema().dump(answer_of(analysis)), ensure_ascii=False, indent=2) + "\n"


def analysis_html(analysis: Analysis) -> str:
    """The page as one file that needs no server: without its form."""
    return page_html(analysis=analysis)


def page_html(
    *,
    analysis: Analysis | None = None,
    form: Form | None = None,
    error: str | None = None,
    n_seeds: int = 0,
) -> str:
    """The page with what there is: the analysis, the form for another, what went wrong with the last."""
    content = page_content(analysis) if analysis is not None else None
    template = _TEMPLATES.get_template("page.html")
    return template.render(css=Markup(_css()), content=content, form=form, error=error, n_seeds=n_seeds)


@cache
def style_hash() -> str:
    """The page's style by its digest, as a content security policy names it."""
    return f"'sha256-{b64encode(sha256(_css().encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _css() -> str:
    return _TEMPLATES.get_template("page.css").render()
