"""Judgements as people read them: who decided what, of which words or names, and where those are now."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Select, or_, select

from service.domain.conflicts import Conflict
from service.domain.judgements import Judgement, JudgementDetail, JudgementSubject, Subject
from service.store.links.judgements import judgements_on
from service.store.sql.articles import openings_of, summaries_of
from service.store.sql.editing_tables import JudgementRow
from service.store.sql.reading import rows_of
from service.store.sql.rows.judgements import judgement_of
from service.store.sql.tables import NameVariantRow, QuotationRow

# Nobody reads on; the list of all judgements has every one.
_MOST = 20


def details_on(connection: Connection, subject: Subject, names: Select[str]) -> tuple[JudgementDetail, ...]:
    """The newest judgements on these and others."""
    either = or_(JudgementRow.first.in_(names), JudgementRow.second.in_(names))
    query = select(JudgementRow).where(JudgementRow.subject == subject.value, either)
    newest = rows_of(connection, query.order_by(JudgementRow.judged_at.desc()).limit(_MOST))
    return details_of(connection, list(map(judgement_of, newest)))


def details_on_conflict(connection: Connection, conflict: Conflict) -> tuple[JudgementDetail, ...]:
    """The judgements on a conflict, the newest first."""
    judgements = sorted(judgements_on(connection, conflict), key=lambda each: each.judged_at, reverse=True)
    return details_of(connection, judgements[:_MOST])


def details_of(connection: Connection, judgements: Sequence[Judgement]) -> tuple[JudgementDetail, ...]:
    """These judgements with what they are about."""
    subjects = _subjects(connection, {name for each in judgements for name in (each.first, each.second)})
    return tuple(
        JudgementDetail(each, tuple(subjects[name] for name in (each.first, each.second) if name in subjects))
        for each in judgements
    )


def _subjects(connection: Connection, names: Iterable[str]) -> Mapping[str, JudgementSubject]:
    wanted = set(names)
    found: dict[str, JudgementSubject] = {}
    # A conflict that is not about a quotation is about a position in an article: see `judgements.evidence_keys`.
    in_articles = {name: name.split("\t")[0] for name in wanted if "\t" in name}
    articles = summaries_of(connection, in_articles.values())
    nameless = [id_ for id_, article in articles.items() if not (article.outlet or article.title)]
    openings = openings_of(connection, nameless)
    called = {id_: each.outlet or each.title or openings[id_] or id_ for id_, each in articles.items()}
    for name, article_id in in_articles.items():
        if article_id in called:
            found[name] = JudgementSubject(called[article_id], article_id=article_id)
    quoted = select(QuotationRow.id, QuotationRow.text, QuotationRow.statement_id).where(QuotationRow.id.in_(wanted))
    for quotation_id, text, statement_id in connection.execute(quoted):
        found[quotation_id] = JudgementSubject(text, statement_id=statement_id)
    for variant in rows_of(connection, select(NameVariantRow).where(NameVariantRow.id.in_(wanted))):
        found[variant.id] = JudgementSubject(variant.name, speaker_id=variant.speaker_id)
    return found
