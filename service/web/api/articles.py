"""`/v1/articles`: stored articles, with everything derived from them."""

from collections.abc import Mapping
from urllib.parse import quote

from service.domain.archive import ArticleSummary, StoredArticle
from service.domain.queries import Filters, Page, PageRequest
from service.ingestion.submissions import Submission
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import check_unchanged, listed, with_etag
from service.web.schemas import (
    ArticleSearchSchema,
    ArticlesPageSchema,
    RequestKeySchema,
    StoredArticleSchema,
    SubmissionSchema,
)

articles = JsonBlueprint("articles", __name__, description="Stored articles.")
articles.after_request(with_etag)


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


@articles.delete("/v1/articles/<path:article_id>")
@articles.fails_with(404, 412, 503)
@articles.response(204)
def forget(article_id: str) -> None:
    """Delete an article

    Everything derived from it is deleted too, including the conflicts that rested on it.
    """
    check_unchanged(StoredArticleSchema(), use_cases().queries.article(article_id))
    use_cases().editing.remove_article(article_id)
