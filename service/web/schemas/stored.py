"""What is stored, one by one and in lists."""

from marshmallow import fields

from service.domain.conflicts import Status
from service.domain.judgements import Subject
from service.web.schemas.analysis import (
    ArticleMetadataSchema,
    ClaimSchema,
    ConflictSchema,
    EvidenceSchema,
    QuotationSchema,
    ReachedLimitSchema,
    SpeakerSchema,
    StatementSchema,
    span,
)
from service.web.schemas.answer import AnswerSchema, choice, integer, moment, page, several, string, strings


class StoredArticleSummarySchema(AnswerSchema):
    """A stored article, without its text."""

    id = string("The article's id.", attribute="article_id")
    title = string("The headline.", allow_none=True)
    outlet = string("Who published it.", allow_none=True)
    url = string("Where it was published.", allow_none=True)
    published_at = string("When it was published, as submitted or as its page says.", allow_none=True)
    authors = strings("Who wrote it.")
    language = string("Its language, such as `en`; null if it is not known.", allow_none=True)
    received_at = moment("received_at", "When it was received, in UTC.")


class DecisionSchema(AnswerSchema):
    """Who decided, why and when; of a confirmed conflict also which claim is right, if that was said."""

    judged_by = string("Who decided.")
    reason = string("Why.", allow_none=True)
    judged_at = moment("judged_at", "When, in UTC.")
    right_claim = integer(
        "Which of the `claims` is right, from 0; null where none is or it was not said.", allow_none=True
    )
    none_is_right = fields.Boolean(required=True, metadata={"description": "Whether none of the claims is right."})
    source = string("Where that can be looked up: a URL, or what it is.", allow_none=True)


class SpeakerNameSchema(AnswerSchema):
    """A speaker across all stored articles, by name."""

    id = string("Id of the speaker.")
    name = string("The fullest form of the name that an article uses, without titles.")


class StoredEvidenceSchema(EvidenceSchema):
    """A place that a claim rests on, with the sentence around it."""

    sentence = span(
        "The sentence around it; of a long one, 300 characters on either side. Null after a claim's twentieth place."
    )


class StoredClaimSchema(ClaimSchema):
    """One side of a conflict between stored articles."""

    evidence = several(StoredEvidenceSchema, "Where they claim it.")


class StoredConflictSchema(ConflictSchema):
    """A conflict between stored articles."""

    claims = several(StoredClaimSchema, "The sides.")
    status = choice(Status, "What an editor decided.")
    found_at = moment("found_at", "When it was found, in UTC.")
    changed_at = moment("changed_at", "When it last changed, in UTC.")
    speakers = several(SpeakerNameSchema, "Whose words or affiliations the reports disagree about, by name.")
    articles = several(StoredArticleSummarySchema, "The articles of the claims, with their outlets, by id.")
    assignee = string("Who looks into it; null where nobody was named.", allow_none=True)
    judgement = fields.Nested(
        DecisionSchema,
        required=True,
        allow_none=True,
        metadata={"description": "The last decision on it; null if there is none."},
    )


class StoredArticleSchema(ArticleMetadataSchema):
    """A stored article with its quotations and conflicts."""

    id = string("The article's id.", attribute="article.id")
    received_at = moment("received_at", "When it was received, in UTC.")
    text = string(
        "The text that offsets `in` it refer to: as submitted, or as found in the HTML.", attribute="article.text"
    )
    quotations = several(QuotationSchema, "Its quotations: those of its title, then the others in the text's order.")
    conflicts = several(StoredConflictSchema, "Where it disagrees with other articles, the most severe first.")
    limits = several(ReachedLimitSchema, "The bounds that it has reached by itself; ordinary articles reach none.")
    version = integer("The number of this version, from 1; earlier ones are listed under `/versions`.")


class StoredStatementSchema(StatementSchema):
    """A statement across all stored articles."""

    n_reports = integer("The number of independent reports; reprints of one text count as one.")


class JudgementSchema(DecisionSchema):
    """An editor's decision."""

    id = string("Id of the judgement.")
    subject = choice(Subject, "What it is about.")
    first = string("What it is about: the stable id of a name or quotation, or of a conflict's subject.")
    second = string("The other.")
    verdict = string("“same” or “different”; for a conflict, its status.")


class JudgementRecordSchema(DecisionSchema):
    """What an editor once decided of a conflict."""

    status = string("The decision: “open”, “confirmed” or “dismissed”.", attribute="verdict")
    holds = fields.Boolean(
        required=True, metadata={"description": "Whether it holds now; otherwise it was replaced or taken back."}
    )
    withdrawn_by = string("Who took it back; null if nobody did.", allow_none=True)
    withdrawn_at = moment("withdrawn_at", "When, in UTC.", allow_none=True)


class ConflictHistorySchema(AnswerSchema):
    """What was ever decided of a conflict."""

    judgements = several(JudgementRecordSchema, "The decisions, the newest first.")


class ReviewedConflictsSchema(AnswerSchema):
    """Conflicts that were reviewed together."""

    conflicts = several(StoredConflictSchema, "The conflicts as they are now, in the order of the request.")


ArticlesPageSchema = page(StoredArticleSummarySchema, "articles", "The articles, the newest first.")
QuotationsPageSchema = page(QuotationSchema, "quotations", "The quotations, the newest first.")
SpeakersPageSchema = page(SpeakerSchema, "speakers", "The speakers, by name.")
StatementsPageSchema = page(StoredStatementSchema, "statements", "The statements.")
ConflictsPageSchema = page(StoredConflictSchema, "conflicts", "The conflicts, the most severe or the newest first.")
JudgementsPageSchema = page(JudgementSchema, "judgements", "All judgements, the newest first.")
