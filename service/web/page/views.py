"""The page at `/`: paste articles, or read the seeds, and see who said what and where they disagree."""

from http import HTTPStatus

from flask import Blueprint, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from service.domain.conflicts import Analysis
from service.domain.quotations import CERTAIN_ENOUGH
from service.errors import ServiceError, TooLargeError
from service.web import use_cases
from service.web.middleware.problems import kind_of
from service.web.page.documents import page_html
from service.web.page.forms import MOST_BOXES, Form, form_of, form_of_submissions
from service.web.rendering import html_response

pages = Blueprint("pages", __name__)


@pages.get("/")
def start() -> Response:
    """The empty form."""
    return _page(Form())


@pages.post("/")
def answer() -> Response:
    """What the pressed button asks for."""
    form = _form()
    if len(request.form.getlist("text")) > MOST_BOXES:
        raise TooLargeError(f"The form has more than {MOST_BOXES} articles.")
    if form.action == "add":
        return _page(form.with_another())
    if form.action == "seeds":
        form = form_of_submissions(use_cases().seeds())
    submissions = form.submissions()
    if not submissions:
        return _page(form, error="Paste the text of at least one article.", status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _page(form, analysis=use_cases().analyse_submissions(submissions))


@pages.errorhandler(ServiceError)
def refused(error: ServiceError) -> Response:
    """The form as it was sent, and why it was refused."""
    return _page(_form(), error=str(error), status=kind_of(error).status)


@pages.errorhandler(RequestEntityTooLarge)
def too_large(error: RequestEntityTooLarge) -> Response:
    """An empty form: what was sent has not been read."""
    return _page(Form(), error="The articles are too large for one request.", status=error.code)


def _form() -> Form:
    fields = request.form
    return form_of(fields.getlist("outlet"), fields.getlist("text"), action=fields.get("action", "read"))


def _page(form: Form, *, analysis: Analysis | None = None, error: str | None = None, status: int = 200) -> Response:
    html = page_html(
        analysis=analysis,
        form=form,
        error=error,
        n_seeds=len(use_cases().seeds()),
        min_confidence=0.0 if form.action == "all" else CERTAIN_ENOUGH,
    )
    return html_response(html, status)
