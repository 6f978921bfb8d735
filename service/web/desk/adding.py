"""Adding an article by its address, as text or as a file. A link only fills the form in: what stores is a POST."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from pathlib import PurePath
from typing import cast

from flask import Response, redirect, request, url_for
from werkzeug.datastructures import FileStorage

from service.errors import ArticleError, ServiceError
from service.ingestion.html_extraction import decoded
from service.ingestion.submissions import Submission
from service.web import use_cases
from service.web.desk.blueprint import desk, filled_in, page
from service.web.middleware.problems import kind_of
from service.web.schemas import submission_of_form

_FIELDS = ("url", "text", "title", "outlet", "published_at", "language")
_CONTENT = {".txt": "text", ".html": "html", ".htm": "html"}
_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)
# What a field is called on the page.
_LABELS = {"url": "Web address", "title": "Title", "outlet": "Outlet", "published_at": "Published on"}


@desk.get("/add")
def show_form() -> Response:
    """The form, with the address that a bookmark has found."""
    return _form(filled_in(request.args, _FIELDS))


@desk.post("/add")
def add_article() -> Response:
    """Store the article, and go to it; if it is refused, the form as it was sent, with the reason."""
    given = filled_in(request.form, _FIELDS)
    try:
        stored, is_new = use_cases().submit(_submission(given, request.files.get("file")))
    except ServiceError as error:
        return _form(given, error=str(error), status=kind_of(error).status)
    done = "stored" if is_new else "already-stored"
    return cast(Response, redirect(url_for("desk.show_article", article_id=stored.article.id, done=done), 303))


def _form(given: Mapping[str, str], *, error: str | None = None, status: int = 200) -> Response:
    return page(
        "add.html",
        title="Error: Add an article" if error else "Add an article",
        status=status,
        given=given,
        error=error,
        had_file=bool(request.files.get("file")),
        outlets=use_cases().desk.outlets(),
        form_address=url_for("desk.show_form", _external=True),
    )


def _submission(given: Mapping[str, str], file: FileStorage | None) -> Submission:
    """The article of the form; raises ArticleError, and calls the field as the page does."""
    content = _content(given, file)
    try:
        return submission_of_form(content)
    except ArticleError as error:
        raise ArticleError(f"{_LABELS.get(error.field or '', 'The form')}: {error}", field=error.field) from error


def _content(given: Mapping[str, str], file: FileStorage | None) -> Mapping[str, str]:
    """The fields with what is in the file, if there is one."""
    if not file:
        if not given.keys() & {"url", "text"}:
            raise ArticleError("Enter a web address, paste the text, or choose a file.")
        return given
    if "text" in given:
        raise ArticleError("Paste the text or choose a file, not both.")
    name = file.filename or ""
    field = _CONTENT.get(PurePath(name).suffix.lower())
    if field is None:
        raise ArticleError(f"“{name}” cannot be read. Choose a text file (.txt) or a web page (.html).")
    body = file.read()
    text = decoded(body, "utf-16" if body.startswith(_UTF16) else None).removeprefix("\ufeff")
    return {**given, field: text.replace("\r\n", "\n")}
