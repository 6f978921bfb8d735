"""Versions of articles: the answers, and which article a request replaces."""

from dataclasses import replace

from marshmallow import ValidationError, fields

from service.domain.quotations import QuotationKind
from service.domain.versions import ChangeKind
from service.errors import ArticleError
from service.ingestion.submissions import Submission
from service.web.schemas.analysis import DiffStepSchema, field_of
from service.web.schemas.answer import AnswerSchema, choice, integer, page, several, string, strings
from service.web.schemas.requests import SubmissionSchema
from service.web.schemas.stored import StoredArticleSummarySchema

_ID = SubmissionSchema().fields["id"]


def submission_under(article_id: str, submission: Submission) -> Submission:
    """The submission of the article with this id, which its address has; raises ArticleError where it has another."""
    if submission.id not in (None, article_id):
        raise ArticleError("The article has another id than the address.", field="id")
    try:
        _ID.deserialize(article_id)
    except ValidationError as error:
        raise ArticleError(str(error.messages[0]), field="id") from error
    return replace(submission, id=article_id)


class PassageSchema(AnswerSchema):
    """Words of a version."""

    words = string("The words of all parts.")
    start = integer("Where the first of them begins in the text, or the title, of the version.")
    end = integer("Where the last of them ends.")
    in_ = field_of("field")


def _passage(description: str) -> fields.Nested:
    return fields.Nested(PassageSchema, required=True, allow_none=True, metadata={"description": description})


class ArticleChangeSchema(AnswerSchema):
    """What a version changed in a quotation, in what the article says that a speaker is, or in its title."""

    kind = choice(ChangeKind, "What happened.")
    before = _passage("The quotation, or affiliation, in the version before; null if it was not there.")
    after = _passage("The quotation, or affiliation, in this version; null if it is not there.")
    speaker_before = string("The speaker by name, in the version before.", allow_none=True)
    speaker_after = string("The speaker by name, in this version.", allow_none=True)
    diff = several(
        DiffStepSchema, "If words have changed, the steps from those before to these; null otherwise.", allow_none=True
    )
    title_before = string("If the title has changed, that of the version before; null otherwise.", allow_none=True)
    title_after = string("If the title has changed, that of this version; null otherwise.", allow_none=True)


class ArticleVersionSchema(AnswerSchema):
    """A version of an article, and what it changed."""

    article = fields.Nested(
        StoredArticleSummarySchema,
        required=True,
        metadata={"description": "What is known about the article, and when this version was received."},
    )
    number = integer("The number of the version, from 1.")
    changes = several(
        ArticleChangeSchema, "What it changed in title, quotations and affiliations of the version before."
    )


class VersionQuotationSchema(AnswerSchema):
    """A quotation in a version of an article."""

    passage = fields.Nested(PassageSchema, required=True, metadata={"description": "Its words."})
    kind = choice(QuotationKind, "Whether it was direct, mixed or indirect.")
    speaker = string("The speaker by name; null if none was identified.", allow_none=True)
    affiliations = strings("What this version said that the speaker is.")


class WholeVersionSchema(ArticleVersionSchema):
    """A version of an article with its text and quotations."""

    text = string("The text that offsets `in` it refer to.")
    quotations = several(VersionQuotationSchema, "Its quotations of speech: those of its title, then the others.")


ArticleVersionsPageSchema = page(ArticleVersionSchema, "versions", "The versions of an article, the newest first.")
