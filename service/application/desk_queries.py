"""What the editors' pages show beyond single things and lists: reports side by side, candidates, judgements."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from service.domain.archive import ArticleSummary, ConflictDetail, Name, PositionInArticle, QuotationInArticle
from service.domain.articles import Article
from service.domain.conflicts import Conflict, Statement
from service.domain.judgements import JudgementDetail
from service.domain.queries import Filters, Listed, Overview, Page, PageRequest
from service.domain.quotations import Speaker
from service.store import Store

# More candidates than this are no choice.
_MOST_FOUND = 30
_MOST_NAMESAKES = 12


class DeskQueries:
    """Questions of one store. What is not there, or goes by another id now, is an empty answer."""

    def __init__(self, store: Store) -> None:
        self._desk = store.desk
        self._reader = store.reader

    def overview(self) -> Overview:
        """How much there is."""
        return self._desk.overview()

    def n_found(self, of: Listed, search: Filters) -> int:
        """How many of these there are of which all holds; counting stops at `MOST_COUNTED`."""
        return self._desk.n_found(of, search)

    def n_open_conflicts(self, of: Listed, ids: Collection[str]) -> Mapping[str, int]:
        """How many open conflicts rest on each of these articles, statements or speakers, by their ids; no zeros."""
        return self._desk.n_open_conflicts(of, ids)

    def statements(self, search: Filters, page: PageRequest) -> Page[Statement]:
        """The statements of which all holds, those with most independent reports first; without their quotations."""
        return self._desk.most_reported(search, page)

    def outlets(self) -> tuple[str, ...]:
        """The outlets' names, sorted."""
        return self._desk.outlets()

    def article_summaries(self, article_ids: Collection[str]) -> Mapping[str, ArticleSummary]:
        """These articles without their texts, by their ids; see `_named`."""
        return self._named(self._desk.summaries(article_ids))

    def openings(self, article_ids: Collection[str]) -> Mapping[str, str]:
        """The first line of each of these articles, by their ids: what to call those without a title."""
        return self._desk.openings(article_ids)

    def texts(self, article_ids: Collection[str]) -> Mapping[str, Article]:
        """The texts and titles of these articles, by their ids; a page has few."""
        return self._desk.texts(article_ids)

    def speaker_names(self, speaker_ids: Collection[str]) -> Mapping[str, str]:
        """The names of these speakers, by their ids."""
        return self._desk.names(speaker_ids)

    def names(self, speaker_id: str) -> tuple[Name, ...]:
        """The names that a speaker goes by, sorted."""
        return self._desk.variants(speaker_id)

    def positions(self, speaker_id: str) -> tuple[PositionInArticle, ...]:
        """What articles say that a speaker is, the newest first; for their headings see `_named`."""
        positions = self._desk.positions(speaker_id)
        headings = self._named({position.heading.article_id: position.heading for position in positions})
        return tuple(replace(position, heading=headings[position.heading.article_id]) for position in positions)

    def reports(self, statement_id: str) -> tuple[QuotationInArticle, ...]:
        """The reports of a statement, the first ones first; for their headings see `_named`."""
        reports = self._desk.reports(statement_id)
        headings = self._named({report.heading.article_id: report.heading for report in reports})
        return tuple(replace(report, heading=headings[report.heading.article_id]) for report in reports)

    def speakers_of_article(self, article_id: str) -> tuple[Speaker, ...]:
        """The speakers of an article by their ids over all articles, with what this article says that they are."""
        return self._desk.speakers_of_article(article_id)

    def speakers_asked_for(self, filters: Filters, name: str | None) -> tuple[Speaker, ...]:
        """The speaker of the filters, where there is one; otherwise those of the name."""
        if filters.speaker_id is not None:
            there = self._desk.names([filters.speaker_id])
            return tuple(self._reader.speaker(speaker_id) for speaker_id in there)
        if name is None:
            return ()
        return self._reader.speakers(Filters(words=name), PageRequest(_MOST_NAMESAKES)).items

    def speaker_candidates(self, speaker: Speaker, words: str | None) -> tuple[Speaker, ...]:
        """Who else a speaker may be: those whose names hold the words, or else those with a related name."""
        if words is None:
            return self._desk.similarly_named_speakers(speaker.id)
        found = self._reader.speakers(Filters(words=words), PageRequest(_MOST_FOUND))
        return tuple(other for other in found.items if other.id != speaker.id)

    def statement_candidates(self, statement: Statement, words: str | None) -> tuple[Statement, ...]:
        """Which other statement this may be: those of the newest quotations with the words, or else similar ones."""
        if words is None:
            return self._desk.similar_statements(statement.id)
        found = self._reader.quotations(Filters(words=words), PageRequest(_MOST_FOUND))
        others = {
            linked.statement_id: Statement(linked.statement_id, (), (), linked.attribution.quotation.text)
            for linked in found.items
            if linked.statement_id not in (None, statement.id)
        }
        return tuple(others.values())

    def conflicts_of_statement(self, statement_id: str) -> tuple[ConflictDetail, ...]:
        """The conflicts between the reports of a statement."""
        return self._desk.conflicts_of_statement(statement_id)

    def judgements(self, page: PageRequest) -> Page[JudgementDetail]:
        """All judgements, the newest first."""
        return self._desk.judgements(page)

    def judgements_on_statement(self, statement_id: str) -> tuple[JudgementDetail, ...]:
        """What was decided of a statement and others."""
        return self._desk.judgements_on_statement(statement_id)

    def judgements_on_speaker(self, speaker_id: str) -> tuple[JudgementDetail, ...]:
        """What was decided of a speaker and others."""
        return self._desk.judgements_on_speaker(speaker_id)

    def judgements_on_conflicts(self, conflicts: Collection[Conflict]) -> Mapping[str, tuple[JudgementDetail, ...]]:
        """What was decided of these conflicts, by their ids."""
        return self._desk.judgements_on_conflicts(conflicts)

    def _named(self, summaries: Mapping[str, ArticleSummary]) -> Mapping[str, ArticleSummary]:
        """Articles with something to call them by: where there is neither outlet nor title, the text's first line."""
        nameless = [id_ for id_, summary in summaries.items() if not (summary.outlet or summary.title)]
        titles = self._desk.openings(nameless) if nameless else {}
        return {id_: replace(summary, title=titles.get(id_) or summary.title) for id_, summary in summaries.items()}
