"""Articles: the newest in a list, each with its marks and its quotations; and the samples, where there are none."""

from dataclasses import dataclass, replace
from typing import cast

from flask import Response, redirect, request, url_for

from service.domain.archive import ArticleSummary, LinkedQuotation, StoredArticle
from service.domain.articles import Article
from service.domain.conflicts import Status
from service.domain.queries import Filters, Listed, PageRequest
from service.domain.quotations import Affiliation, Attribution, Speaker
from service.domain.versions import ArticleVersion
from service.presentation.analysis_view import ArticleContent, article_content
from service.presentation.annotated_text import Findings, anchor
from service.presentation.certainty import speakers_named
from service.presentation.quotation_text import quotation_text
from service.web import use_cases
from service.web.desk.blueprint import AT_ONCE, desk, fields, next_address, page
from service.web.desk.cards import conflict_cards
from service.web.schemas import ArticleSearchSchema, CertaintySchema

# What a page can show; the list of conflicts has all.
_MOST_CONFLICTS = 50
_MOST_VERSIONS = 20


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the article, as the list beside it has it."""

    quotation: LinkedQuotation
    speaker: Speaker | None
    affiliations: tuple[Affiliation, ...]
    anchor: str
    words: str
    """As a newspaper would print them."""

    @property
    def attribution(self) -> Attribution:
        """Who is quoted, and why."""
        return self.quotation.attribution


@desk.get("/articles")
@fields(ArticleSearchSchema)
def find_articles(asked: tuple[Filters, PageRequest]) -> Response:
    """The newest articles."""
    search, place = asked
    found = use_cases().queries.articles(search, replace(place, limit=AT_ONCE))
    return page(
        "articles.html",
        title="Articles",
        articles=found.items,
        openings=use_cases().desk.openings([article.article_id for article in found.items if not article.title]),
        n_open=use_cases().desk.n_open_conflicts(Listed.ARTICLES, [article.article_id for article in found.items]),
        total=use_cases().desk.n_found(Listed.ARTICLES, search),
        following=next_address(found),
        filters=request.args,
        outlets=use_cases().desk.outlets(),
    )


@desk.get("/articles/<path:article_id>")
@fields(CertaintySchema)
def show_article(min_confidence: float, article_id: str) -> Response:
    """The article with what is certain enough, or with everything, marked in it."""
    whole = use_cases().queries.article(article_id)
    kept = tuple(one for one in whole.quotations if one.attribution.confidence >= min_confidence)
    stored = replace(whole, quotations=kept)
    speakers = use_cases().desk.speakers_of_article(article_id)
    conflicts = whole.conflicts[:_MOST_CONFLICTS]
    attributions = tuple(one.attribution for one in stored.quotations)
    named = speakers_named(attributions)
    speakers = tuple(speaker for speaker in speakers if speaker.id in named)
    names = {each.article_id: _name(each) for conflict in conflicts for each in conflict.articles}
    content = article_content(stored.article, Findings(attributions, speakers, conflicts, names), 1)
    return page(
        "article.html",
        title=stored.article.title or (content.headline.text if content.headline else "Article"),
        is_titled=_is_titled(stored.article, content),
        stored=stored,
        content=content,
        quoted=_quoted(stored, speakers),
        n_hidden=len(whole.quotations) - len(kept),
        n_speakers=len({one.attribution.speaker_id for one in whole.quotations} - {None}),
        cards=conflict_cards(conflicts),
        versions=_versions(whole),
        n_open=sum(conflict.status is Status.OPEN for conflict in whole.conflicts),
        n_judged=sum(conflict.status is not Status.OPEN for conflict in whole.conflicts),
    )


def _is_titled(article: Article, content: ArticleContent) -> bool:
    """Whether the title says something else than the headline in the text, which is shown as part of that then."""
    headline = content.headline.text.split() if content.headline else []
    return article.title is not None and article.title.split() != headline


@desk.post("/seeds")
def keep_seeds() -> Response:
    """Submit the sample articles."""
    for submission in use_cases().seeds():
        use_cases().submit(submission)
    return cast(Response, redirect(url_for("desk.find_conflicts"), 303))


def _versions(stored: StoredArticle) -> tuple[ArticleVersion, ...]:
    """The versions of an article that was changed, the newest first; the API has more."""
    if stored.version == 1:
        return ()
    return use_cases().queries.versions(stored.article.id, PageRequest(_MOST_VERSIONS)).items


def _name(summary: ArticleSummary) -> str:
    return summary.outlet or summary.title or "another report"


def _quoted(stored: StoredArticle, speakers: tuple[Speaker, ...]) -> list[Quoted]:
    """Two speakers of the article may be one over all articles."""
    by_id: dict[str, Speaker] = {}
    for speaker in speakers:
        first = by_id.get(speaker.id, replace(speaker, affiliations=()))
        by_id[speaker.id] = replace(first, affiliations=(*first.affiliations, *speaker.affiliations))
    return [_quoted_by(one, by_id.get(one.attribution.speaker_id or ""), stored.article) for one in stored.quotations]


def _quoted_by(linked: LinkedQuotation, speaker: Speaker | None, article: Article) -> Quoted:
    quotation = linked.attribution.quotation
    place = anchor(1, quotation.parts[0].start, quotation.field)
    return Quoted(linked, speaker, speaker.affiliations if speaker else (), place, quotation_text(article, quotation))
