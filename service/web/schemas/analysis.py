"""The answer to an analysis."""

from marshmallow import fields

from service.domain.conflicts import ConflictKind, DiffOp, Severity
from service.domain.quotations import QuotationKind, SpeakerKind, Unattributed
from service.web.schemas.answer import AnswerSchema, choice, integer, several, string, strings


class SpanSchema(AnswerSchema):
    """A piece of an article: `text[start:end] == exact`, counted in Unicode code points."""

    start = integer("Offset of the first code point.")
    end = integer("Offset after the last code point.")
    exact = string("The words themselves.", attribute="text")


def _span(description: str, attribute: str) -> fields.Nested:
    metadata = {"description": description}
    return fields.Nested(SpanSchema, required=True, allow_none=True, attribute=attribute, metadata=metadata)


class ArticleSchema(AnswerSchema):
    """An article that was read."""

    id = string("The article's id.", attribute="article.id")
    text = string("The text that all offsets refer to: as sent, or as found in the HTML.", attribute="article.text")
    quotations = strings("Ids of its quotations, in the order of the text.", attribute="quotation_ids")


class QuotationSchema(AnswerSchema):
    """Words that an article reports, and whose they are."""

    id = string("Id of the quotation.", attribute="attribution.quotation.id")
    article_id = string("The article that it stands in.", attribute="attribution.quotation.article_id")
    kind = choice(
        QuotationKind,
        "Whether all, some or none of the reported words stand between quotation marks.",
        attribute="attribution.quotation.kind",
    )
    is_speech = fields.Boolean(
        required=True,
        attribute="attribution.quotation.is_speech",
        metadata={"description": "False for titles, nicknames, terms and scare quotes: nobody is their speaker."},
    )
    parts = several(
        SpanSchema,
        "The words, quotation marks left out; several where a reporting clause stands between.",
        attribute="attribution.quotation.parts",
    )
    cue = _span("The reporting expression, such as “said”; null where there is none.", "attribution.cue")
    mention = _span("How the reporting clause calls the speaker, such as “she”.", "attribution.mention")
    speaker_id = string(
        "Who said it; null where the article does not tell.",
        attribute="attribution.speaker_id",
        allow_none=True,
    )
    unattributed_because = choice(
        Unattributed,
        "Why there is no speaker; null where there is one.",
        attribute="attribution.unattributed_because",
        allow_none=True,
    )
    statement_id = string("The statement that it reports; null only where is_speech is false.", allow_none=True)
    confidence = fields.Float(
        required=True,
        attribute="attribution.confidence",
        metadata={"description": "Probability, from 0 to 1, that the speaker, or its absence, is right."},
    )
    evidence = strings("The rules that spoke for this speaker.", attribute="attribution.evidence")


class AffiliationSchema(AnswerSchema):
    """What one article says that a speaker is."""

    text = string("The words of the article: `text[start:end]`.", attribute="span.text")
    role = string("The position, such as “former director”.", allow_none=True)
    organization = string("The body, country or place that the position belongs to.", allow_none=True)
    article_id = string("The article that says so.")
    start = integer("Offset of the first code point.", attribute="span.start")
    end = integer("Offset after the last code point.", attribute="span.end")


class SpeakerSchema(AnswerSchema):
    """Someone whose words are reported, over all articles of the request."""

    id = string("Id of the speaker.")
    name = string("The fullest form of the name that an article uses, without titles.")
    kind = choice(SpeakerKind, "What the speaker is.")
    aliases = strings("Other forms of the name.")
    affiliations = several(AffiliationSchema, "What the articles say that the speaker is.")


class StatementSchema(AnswerSchema):
    """The quotations, over articles, that report the same words or their rendering."""

    id = string("Id of the statement.")
    quotation_ids = strings("The quotations that report it.")
    speaker_ids = strings("Whose it is; more than one where the reports disagree.")
    wording = string("The words of its fullest quotation.")


class EvidenceSchema(AnswerSchema):
    """A place that a claim rests on: `text[start:end] == exact` in its article."""

    article_id = string("The article.")
    quotation_id = string("The quotation there; null where the claim is about a speaker.", allow_none=True)
    start = integer("Offset of the first code point.", attribute="span.start")
    end = integer("Offset after the last code point.", attribute="span.end")
    exact = string("The words themselves.", attribute="span.text")


class ClaimSchema(AnswerSchema):
    """One side of a conflict."""

    value = string("What is claimed: a name, an affiliation, a wording.")
    article_ids = strings("The articles that claim it.")
    evidence = several(EvidenceSchema, "Where they claim it.")


class DiffStepSchema(AnswerSchema):
    """A run of words of the first claim, and what stands for it in the second."""

    op = choice(DiffOp, "What happens between the two.")
    a = string("Words of the first claim; empty for an insertion.")
    b = string("Words of the second claim; empty for a deletion.")


class ConflictSchema(AnswerSchema):
    """A disagreement between reports that a reader should be warned of."""

    id = string("Id of the conflict.")
    kind = choice(ConflictKind, "Another speaker of the same words, another post of a speaker, other words.")
    severity = choice(Severity, "How much it should worry.")
    statement_id = string("The statement in question; null where a speaker is.", allow_none=True)
    speaker_id = string("The speaker in question; null where a statement is.", allow_none=True)
    summary = string("One sentence that tells a reader what the conflict is.")
    claims = several(ClaimSchema, "The sides.")
    diff = several(
        DiffStepSchema,
        "The first two claims, word by word; null where words are not the matter.",
        allow_none=True,
    )


class AnalysisSchema(AnswerSchema):
    """Who said what, what each speaker is, and where the reports disagree."""

    articles = several(ArticleSchema, "The articles, in the order of the request.")
    quotations = several(QuotationSchema, "Their quotations.")
    speakers = several(SpeakerSchema, "Who speaks in them: aliases merged, namesakes kept apart.")
    statements = several(StatementSchema, "What was said, over all articles.")
    conflicts = several(ConflictSchema, "Where the articles disagree.")
