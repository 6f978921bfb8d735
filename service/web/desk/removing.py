"""Removing an article, by way of a page that says what goes with it; and reading it again."""

from typing import cast

from flask import Response, redirect, url_for

from service.errors import MissingError
from service.web import use_cases
from service.web.desk.blueprint import desk, page


@desk.get("/remove/<path:article_id>")
def show_removal(article_id: str) -> Response:
    """What would be removed."""
    stored = use_cases().queries.article(article_id)
    return page("remove.html", title="Remove an article", stored=stored)


@desk.post("/remove/<path:article_id>")
def remove_article(article_id: str) -> Response:
    """Remove it, with all that came from it."""
    if not use_cases().editing.remove_article(article_id):
        raise MissingError(f"There is no {article_id!r}.")
    return cast(Response, redirect(url_for("desk.find_articles", done="removed"), 303))


@desk.post("/read-again/<path:article_id>")
def read_again(article_id: str) -> Response:
    """Read it again, as this version of the service reads; judgements hold where it finds the same."""
    use_cases().read_again(article_id)
    return cast(Response, redirect(url_for("desk.show_article", article_id=article_id, done="read-again"), 303))
