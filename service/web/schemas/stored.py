"""What is stored, one by one and in lists."""

from service.domain.conflicts import Status
from service.domain.judgements import Subject
from service.web.schemas.analysis import ConflictSchema, QuotationSchema, SpeakerSchema, StatementSchema
from service.web.schemas.answer import AnswerSchema, choice, integer, moment, page, several, string


class StoredArticleSummarySchema(AnswerSchema):
    """An article that is kept."""

    id = string("The article's id.", attribute="article.id")
    title = string("The headline.", attribute="article.title", allow_none=True)
    outlet = string("Who published it.", attribute="article.outlet", allow_none=True)
    url = string("Where it was published.", attribute="article.url", allow_none=True)
    published_at = string("When it was published, as it was sent.", attribute="article.published_at", allow_none=True)
    received_at = moment("received_at", "When it came, in UTC.")


class StoredArticleSchema(StoredArticleSummarySchema):
    """An article that is kept, with its quotations."""

    text = string("The text that all offsets refer to: as sent, or as found in the HTML.", attribute="article.text")
    quotations = several(QuotationSchema, "Its quotations, in the order of the text.")


class StoredStatementSchema(StatementSchema):
    """A statement over all articles that are kept."""

    n_reports = integer("How many independent reports there are: reprints of one text are one.")


class StoredConflictSchema(ConflictSchema):
    """A conflict between articles that are kept."""

    status = choice(Status, "What an editor said of it.")
    found_at = moment("found_at", "When it was found, in UTC.")
    changed_at = moment("changed_at", "When it came to say what it says now, in UTC.")


class JudgementSchema(AnswerSchema):
    """What an editor decided."""

    id = string("Id of the judgement.")
    subject = choice(Subject, "What it is about.")
    first = string("What it is about: a name or quotation that keeps its id, or a conflict's matter.")
    second = string("The other.")
    verdict = string("“same” or “different”; of a conflict, its status.")
    judged_by = string("Who decided.")
    reason = string("Why.", allow_none=True)
    judged_at = moment("judged_at", "When, in UTC.")


ArticlesPageSchema = page(StoredArticleSummarySchema, "articles", "The articles, the newest first.")
QuotationsPageSchema = page(QuotationSchema, "quotations", "The quotations, the newest first.")
SpeakersPageSchema = page(SpeakerSchema, "speakers", "The speakers, by name.")
StatementsPageSchema = page(StoredStatementSchema, "statements", "The statements.")
ConflictsPageSchema = page(StoredConflictSchema, "conflicts", "The conflicts, the gravest first, or the newest.")
JudgementsPageSchema = page(JudgementSchema, "judgements", "All that editors decided.")
