"""`/v1/articles`: stored articles, with everything derived from them."""

from collections.abc import Mapping
from urllib.parse import quote

from flask import Response, request
from werkzeug.exceptions import MethodNotAllowed

from service.domain.archive import ArticleSummary, StoredArticle
from service.domain.queries import Filters, Page, PageRequest
from service.domain.versions import ArticleVersion, WholeVersion
from service.ingestion.submissions import Submission
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import check_unchanged, listed, with_etag
from service.web.schemas import (
    VERSIONS_END,
    ArticleSearchSchema,
    ArticlesPageSchema,
    ArticleVersionsPageSchema,
    PlaceSchema,
    RequestKeySchema,
    StoredArticleSchema,
    SubmissionSchema,
    WholeVersionSchema,
    submission_under,
)

_READING = ("GET", "HEAD", "OPTIONS")

articles = JsonBlueprint("articles", __name__, description="Stored articles.")
articles.after_request(with_etag)


@articles.before_request
def only_read_versions() -> Response | None:
    """An article's id is a path, so that what is sent to its versions would reach an article of that name."""
    if not VERSIONS_END.search(request.path):
        return None
    if request.method == "OPTIONS":
        return Response(headers={"Allow": ", ".join(_READING)})
    if request.method not in _READING:
        raise MethodNotAllowed(_READING)
    return None


@articles.post("/v1/articles")
@articles.fails_with(400, 409, 413, 415, 422, 503)
@articles.arguments(SubmissionSchema)
@articles.arguments(RequestKeySchema, location="headers")
@articles.alt_response(200, schema=StoredArticleSchema, description="The article is already stored.")
@articles.response(201, StoredArticleSchema)
def submit(submission: Submission, headers: Mapping[str, str | None]) -> tuple[StoredArticle, int, dict[str, str]]:
    """Store an article

    Finds its quotations, links them with those of all other articles, and answers with the conflicts that follow. The
    response is sent once all of this is committed. Submitting the same content again returns the same article.
    """
    stored, is_new = use_cases().submit(submission, request_key=headers["idempotency_key"])
    return stored, 201 if is_new else 200, {"Location": f"/v1/articles/{quote(stored.article.id, safe='')}"}


@articles.get("/v1/articles")
@articles.fails_with(422, 503)
@articles.arguments(ArticleSearchSchema, location="query")
@articles.response(200, ArticlesPageSchema)
def find(search: tuple[Filters, PageRequest]) -> tuple[Page[ArticleSummary], dict[str, str]]:
    """List articles"""
    return listed(use_cases().queries.articles(*search))


@articles.get("/v1/articles/<path:article_id>")
@articles.fails_with(404, 503)
@articles.response(200, StoredArticleSchema)
def show(article_id: str) -> StoredArticle:
    """Show an article with its quotations and conflicts"""
    return use_cases().queries.article(article_id)


@articles.put("/v1/articles/<path:article_id>")
@articles.fails_with(400, 404, 412, 413, 415, 422, 503)
@articles.arguments(SubmissionSchema)
@articles.alt_response(201, schema=StoredArticleSchema, description="The article is new.")
@articles.response(200, StoredArticleSchema)
def replace(submission: Submission, article_id: str) -> tuple[StoredArticle, int, dict[str, str]]:
    """Store a new version of an article

    Another text under the same id is a new version: the earlier one is kept, and what changed in quotations and
    affiliations is listed under `/versions`. The same text again changes nothing; other metadata with the same text
    take the place of those before. An article that is not there is stored.
    """
    asked = submission_under(article_id, submission)
    if request.if_match:
        check_unchanged(StoredArticleSchema(), use_cases().queries.article(article_id))
    stored, is_new = use_cases().replace(asked)
    return stored, 201 if is_new else 200, {"Location": f"/v1/articles/{quote(stored.article.id, safe='')}"}


@articles.get("/v1/articles/<path:article_id>/versions")
@articles.fails_with(404, 422, 503)
@articles.arguments(PlaceSchema, location="query")
@articles.response(200, ArticleVersionsPageSchema)
def find_versions(place: PageRequest, article_id: str) -> tuple[Page[ArticleVersion], dict[str, str]]:
    """List the versions of an article

    Each with what it changed in the quotations and affiliations of the one before.
    """
    return listed(use_cases().queries.versions(article_id, place))


@articles.get("/v1/articles/<path:article_id>/versions/<int:number>")
@articles.fails_with(404, 503)
@articles.response(200, WholeVersionSchema)
def show_version(article_id: str, number: int) -> WholeVersion:
    """Show a version of an article with its text and quotations"""
    return use_cases().queries.version(article_id, number)


@articles.delete("/v1/articles/<path:article_id>")
@articles.fails_with(404, 412, 503)
@articles.response(204)
def forget(article_id: str) -> None:
    """Delete an article

    Everything derived from it is deleted too, including the conflicts that rested on it.
    """
    check_unchanged(StoredArticleSchema(), use_cases().queries.article(article_id))
    use_cases().editing.remove_article(article_id)
