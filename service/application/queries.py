"""What can be read of the store, by id and in lists, whatever the door."""

from collections.abc import Iterator

from service.domain.archive import ArticleSummary, ConflictDetail, ExportedQuotation, LinkedQuotation, StoredArticle
from service.domain.conflicts import Statement
from service.domain.figures import OutletFigures, SpeakerFigures
from service.domain.judgements import Judgement, JudgementRecord
from service.domain.queries import Filters, Page, PageRequest
from service.domain.quotations import Speaker
from service.domain.versions import ArticleVersion, WholeVersion
from service.store import Store


class Queries:
    """Questions of one store; all raise StoreError where it cannot be reached.

    Those for one thing raise MissingError for an id that is not there, and MovedError for one that was merged away.
    """

    def __init__(self, store: Store) -> None:
        self._reader = store.reader
        self._exports = store.exports
        self._figures = store.figures
        self._versions = store.versions

    def article(self, article_id: str) -> StoredArticle:
        """The article with its quotations and conflicts."""
        return self._reader.article(article_id)

    def articles(self, filters: Filters, page: PageRequest) -> Page[ArticleSummary]:
        """The articles without their texts and quotations, the newest first."""
        return self._reader.articles(filters, page)

    def versions(self, article_id: str, page: PageRequest) -> Page[ArticleVersion]:
        """What each version of an article changed, the newest first."""
        return self._versions.listed(article_id, page)

    def version(self, article_id: str, number: int) -> WholeVersion:
        """A version of an article with its text and its quotations."""
        return self._versions.one(article_id, number)

    def quotation(self, quotation_id: str) -> LinkedQuotation:
        """The quotation."""
        return self._reader.quotation(quotation_id)

    def quotations(self, filters: Filters, page: PageRequest) -> Page[LinkedQuotation]:
        """The quotations, those of the newest articles first."""
        return self._reader.quotations(filters, page)

    def speaker(self, speaker_id: str) -> Speaker:
        """The speaker with what the newest articles say of them."""
        return self._reader.speaker(speaker_id)

    def speakers(self, filters: Filters, page: PageRequest) -> Page[Speaker]:
        """The speakers by name."""
        return self._reader.speakers(filters, page)

    def statement(self, statement_id: str) -> Statement:
        """The statement."""
        return self._reader.statement(statement_id)

    def statements(self, filters: Filters, page: PageRequest) -> Page[Statement]:
        """The statements."""
        return self._reader.statements(filters, page)

    def conflict(self, conflict_id: str) -> ConflictDetail:
        """The conflict."""
        return self._reader.conflict(conflict_id)

    def conflicts(self, filters: Filters, page: PageRequest) -> Page[ConflictDetail]:
        """The conflicts, the gravest first, or those that changed last."""
        return self._reader.conflicts(filters, page)

    def judgements_on(self, conflict_id: str) -> tuple[JudgementRecord, ...]:
        """What was ever decided of a conflict, the newest first."""
        return self._reader.judgements_on(conflict_id)

    def judgements(self, page: PageRequest) -> Page[Judgement]:
        """All judgements, the newest first."""
        return self._reader.judgements(page)

    def export(self, filters: Filters) -> Iterator[ExportedQuotation]:
        """All quotations at one moment, read as they are asked for."""
        return self._exports.quotations(filters)

    def export_conflicts(self, filters: Filters) -> Iterator[ConflictDetail]:
        """All conflicts, likewise."""
        return self._exports.conflicts(filters)

    def export_judgements(self) -> Iterator[Judgement]:
        """All judgements that hold, likewise."""
        return self._exports.judgements()

    def outlet_figures(self, limit: int) -> tuple[OutletFigures, ...]:
        """How often the outlets with the most quotations are contradicted and corrected."""
        return self._figures.outlets(limit)

    def speaker_figures(self, limit: int) -> tuple[SpeakerFigures, ...]:
        """The same of the speakers who are quoted most."""
        return self._figures.speakers(limit)
