"""The page at `/`: paste articles, or read the seeds, and see who said what and where they disagree."""

from dataclasses import replace
from http import HTTPStatus
from typing import cast

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge

from service.config.api_keys import Scope
from service.domain.conflicts import Analysis
from service.domain.quotations import CERTAIN_ENOUGH
from service.errors import ServiceError, TooLargeError
from service.web import use_cases
from service.web.middleware.authentication import allows
from service.web.middleware.problems import kind_of
from service.web.page.documents import Around, page_html
from service.web.page.forms import MOST_BOXES, Form, form_of, form_of_submissions
from service.web.rendering import html_response

pages = Blueprint("pages", __name__)

_EMPTY = "Paste the text of at least one article."


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
        return _page(form, error=_EMPTY, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _page(form, analysis=use_cases().analyse_submissions(submissions))


@pages.post("/keep")
def keep() -> Response:
    """Store the articles that were read; what was stored before one is refused is not stored twice the next time."""
    form = _form()
    article_ids: list[str] = []
    for number, submission in enumerate(form.submissions(), 1):
        try:
            stored, _ = use_cases().submit(replace(submission, id=None))
        except ServiceError as error:
            others = ", but those before it were" if article_ids else ""
            message = f"Article {number} was not stored{others}. {error}"
            return _page(form, error=message, status=kind_of(error).status)
        article_ids.append(stored.article.id)
    if not article_ids:
        return _page(form, error=_EMPTY, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if len(article_ids) == 1:
        place = url_for("desk.show_article", article_id=article_ids[0], done="stored")
    else:
        place = url_for("desk.find_articles", done="stored")
    return cast(Response, redirect(place, HTTPStatus.SEE_OTHER))


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
    around = Around(
        form=form,
        error=error,
        n_seeds=len(use_cases().seeds()),
        may_store=use_cases().store_revision is not None and allows(Scope.WRITE),
    )
    least = 0.0 if form.action == "all" else CERTAIN_ENOUGH
    return html_response(page_html(analysis, min_confidence=least, around=around), status)
