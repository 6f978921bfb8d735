"""The answer to an analysis."""

from enum import StrEnum

from marshmallow import fields

from service.domain.articles import ArticleField, MetadataSource
from service.domain.conflicts import ConflictClass, ConflictKind, DiffOp, Severity
from service.domain.limits import LimitName
from service.domain.quotations import QuotationKind, ReportedAs, SpeakerKind, Unattributed
from service.web.schemas.answer import AnswerSchema, choice, integer, several, string, strings


def field_of(attribute: str) -> fields.Enum[StrEnum]:
    """Whether a place is in the article's text or in its title."""
    description = "What of the article the offsets count the code points of: its `text` or its `title`."
    return choice(ArticleField, description, attribute=attribute, data_key="in")


class SpanSchema(AnswerSchema):
    """A piece of an article: `text[start:end] == exact`, counted in Unicode code points; in a title, `title[…]`."""

    start = integer("Offset of the first code point.")
    end = integer("Offset after the last code point.")
    in_ = field_of("field")
    exact = string("The words themselves.", attribute="text")


def span(description: str, attribute: str | None = None) -> fields.Nested:
    """A place, or null."""
    metadata = {"description": description}
    return fields.Nested(SpanSchema, required=True, allow_none=True, attribute=attribute, metadata=metadata)


class MetadataSourcesSchema(AnswerSchema):
    """The source of each piece of metadata; null where nothing is known.

    Besides the request, that is the page's JSON-LD, microdata, Open Graph or other meta tags, what the page shows, the
    address that it has, or the article's text.
    """

    title = choice(MetadataSource, "Of the headline.", allow_none=True)
    outlet = choice(MetadataSource, "Of the outlet.", allow_none=True)
    published_at = choice(MetadataSource, "Of the date.", allow_none=True)
    authors = choice(MetadataSource, "Of the authors.", allow_none=True)
    url = choice(MetadataSource, "Of the address.", allow_none=True)
    language = choice(MetadataSource, "Of the language.", allow_none=True)


class ArticleMetadataSchema(AnswerSchema):
    """What is known about an article: as submitted, or else as its page says."""

    title = string("The headline.", attribute="article.title", allow_none=True)
    outlet = string("Who published it.", attribute="article.outlet", allow_none=True)
    url = string("Where it was published.", attribute="article.url", allow_none=True)
    published_at = string(
        "When it was published, as submitted or as its page says.",
        attribute="article.published_at",
        allow_none=True,
    )
    authors = strings("Who wrote it.", attribute="article.authors")
    language = string("The tag of its language; null if it is unknown.", attribute="article.language", allow_none=True)
    metadata_from = fields.Nested(
        MetadataSourcesSchema,
        required=True,
        attribute="article.metadata_from",
        metadata={"description": "Where each of these comes from."},
    )


class ArticleSchema(ArticleMetadataSchema):
    """An article of the request."""

    id = string("The article's id.", attribute="article.id")
    text = string(
        "The text that offsets `in` it refer to: as submitted, or as found in the HTML.", attribute="article.text"
    )
    quotations = strings(
        "Ids of its quotations: those of its title, then the others in the order of the text.",
        attribute="quotation_ids",
    )


class QuotationSchema(AnswerSchema):
    """Words that an article reports, and whose they are."""

    id = string("Id of the quotation.", attribute="attribution.quotation.id")
    article_id = string("The article it appears in.", attribute="attribution.quotation.article_id")
    kind = choice(
        QuotationKind,
        "Whether all, some or none of the reported words are between quotation marks.",
        attribute="attribution.quotation.kind",
    )
    is_speech = fields.Boolean(
        required=True,
        attribute="attribution.quotation.is_speech",
        metadata={
            "description": "False for titles, nicknames, terms and scare quotes, which have no speaker; and for what "
            "somebody only thinks, wishes or does (`include=attitudes`)."
        },
    )
    parts = several(
        SpanSchema,
        "The words without quotation marks; several parts if a reporting clause interrupts them.",
        attribute="attribution.quotation.parts",
    )
    cue = span("The reporting expression, such as “said”; null if there is none.", "attribution.cue")
    mention = span("How the reporting clause refers to the speaker, such as “she”.", "attribution.mention")
    speaker_id = string(
        "Who said it; null if no speaker can be identified.",
        attribute="attribution.speaker_id",
        allow_none=True,
    )
    unattributed_because = choice(
        Unattributed,
        "Why there is no speaker; null if there is one.",
        attribute="attribution.unattributed_because",
        allow_none=True,
    )
    reported_as = choice(
        ReportedAs,
        "As said; as denied by the speaker or never said; as asked about; or as what somebody might say.",
        attribute="attribution.quotation.reported_as",
    )
    speaker_ids = strings(
        "All who say it, `speaker_id` first; of a joint statement, that is the group, before its members.",
        attribute="attribution.speaker_ids",
    )
    via = strings(
        "Who relays the words between the speaker and the article: “Lee said, according to the Gazette”.",
        attribute="attribution.via",
    )
    statement_id = string(
        "The statement it reports; null only if is_speech is false and no other article prints the words as speech.",
        allow_none=True,
    )
    confidence = fields.Float(
        required=True,
        attribute="attribution.confidence",
        metadata={"description": "Probability, from 0 to 1, that the speaker (or the absence of one) is right."},
    )
    evidence = strings("The rules that support this speaker.", attribute="attribution.evidence")


class AffiliationSchema(AnswerSchema):
    """What one article says that a speaker is."""

    text = string("The words of the article.", attribute="span.text")
    role = string("The position, such as “former director”.", allow_none=True)
    organization = string("The organization, country or place that the position belongs to.", allow_none=True)
    article_id = string("The article that says so.")
    start = integer("Offset of the first code point.", attribute="span.start")
    end = integer("Offset after the last code point.", attribute="span.end")
    in_ = field_of("span.field")


class SpeakerSchema(AnswerSchema):
    """Someone whose words are reported, across all articles."""

    id = string("Id of the speaker.")
    name = string("The fullest form of the name that an article uses, without titles.")
    kind = choice(SpeakerKind, "What the speaker is.")
    aliases = strings("Other forms of the name.")
    affiliations = several(AffiliationSchema, "What the articles say that the speaker is.")


class StatementSchema(AnswerSchema):
    """The quotations, across articles, that report the same words, in direct or indirect speech."""

    id = string("Id of the statement.")
    quotation_ids = strings("The quotations that report it.")
    speaker_ids = strings("Who said it; more than one if the reports disagree.")
    wording = string("The words of its fullest quotation.")


class EvidenceSchema(AnswerSchema):
    """A place that a claim rests on: `text[start:end] == exact` in its article, or `title[start:end]`."""

    article_id = string("The article.")
    quotation_id = string("The quotation there; null if the claim is about a speaker.", allow_none=True)
    start = integer("Offset of the first code point.", attribute="span.start")
    end = integer("Offset after the last code point.", attribute="span.end")
    in_ = field_of("span.field")
    exact = string("The words themselves.", attribute="span.text")


class ClaimSchema(AnswerSchema):
    """One side of a conflict."""

    value = string("What is claimed: a name, an affiliation or a wording.")
    article_ids = strings("The articles that claim it.")
    evidence = several(EvidenceSchema, "Where they claim it.")


class DiffStepSchema(AnswerSchema):
    """A run of words in the first claim, and what replaces it in the second."""

    op = choice(DiffOp, "How the second differs from the first.")
    a = string("Words of the first claim; empty for an insertion.")
    b = string("Words of the second claim; empty for a deletion.")


class ConflictSchema(AnswerSchema):
    """A disagreement between reports that a reader should be warned of."""

    id = string("Id of the conflict.")
    kind = choice(ConflictKind, "Whether the reports disagree about the speaker, an affiliation or the wording.")
    severity = choice(Severity, "How serious it is.")
    class_ = choice(ConflictClass, "What the reports differ in; the most serious difference decides.", data_key="class")
    probability = fields.Float(
        required=True,
        metadata={
            "description": "How likely it is to be real: the share of similar conflicts that were, in labelled stories."
        },
    )
    statement_id = string("The statement concerned; null for conflicts about a speaker.", allow_none=True)
    speaker_id = string("The speaker concerned; null for conflicts about a statement.", allow_none=True)
    summary = string("The conflict in one sentence.")
    claims = several(ClaimSchema, "The sides.")
    diff = several(
        DiffStepSchema,
        "The first two claims, word by word; null unless the wording differs.",
        allow_none=True,
    )


class ReachedLimitSchema(AnswerSchema):
    """A bound that was reached: there is more than is compared or listed."""

    name = choice(LimitName, "What there is more of.")
    bound = integer("How many of them are compared or listed.")
    article_id = string("The article that has reached it; null for all articles together.", allow_none=True)
    meaning = string("What is missing therefore, in one sentence.")


class AnalysisSchema(AnswerSchema):
    """Who said what, what each speaker is, and where the reports disagree."""

    articles = several(ArticleSchema, "The articles, in the order of the request.")
    quotations = several(QuotationSchema, "Their quotations.")
    speakers = several(SpeakerSchema, "Who speaks in them; aliases are merged, namesakes are not.")
    statements = several(StatementSchema, "What was said, across all articles.")
    conflicts = several(ConflictSchema, "Where the articles disagree.")
    limits = several(ReachedLimitSchema, "The bounds that were reached; ordinary articles reach none.")
