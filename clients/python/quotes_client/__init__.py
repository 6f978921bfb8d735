"""The quotes service in Python: `Client(url).analyse([Article(text=...)])`, with typed answers.

`Client` and `verify` are imported when they are asked for: the command's help does without an HTTP library.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quotes_client.answers import (
    Affiliation,
    Analysis,
    Claim,
    Conflict,
    DiffStep,
    Evidence,
    Figure,
    Limits,
    MetadataSources,
    Quotation,
    ReachedLimit,
    ReadArticle,
    Span,
    Speaker,
    Statement,
    Version,
)
from quotes_client.enumerations import (
    ArticleField,
    ChangeKind,
    ConflictKind,
    DeliveryStatus,
    Event,
    JobState,
    MessageFormat,
    MetadataSource,
    Order,
    QuotationKind,
    Severity,
    SpeakerKind,
    Status,
)
from quotes_client.errors import (
    ClientError,
    FieldError,
    ForgedError,
    RefusedError,
    UnexpectedError,
    UnreachableError,
)
from quotes_client.operations import (
    AppliedFilter,
    Delivery,
    Job,
    LineError,
    NewWebhook,
    SavedSearch,
    Webhook,
)
from quotes_client.stored_answers import (
    Decision,
    Judgement,
    JudgementRecord,
    SpeakerName,
    StoredArticle,
    StoredArticleSummary,
    StoredClaim,
    StoredConflict,
    StoredEvidence,
    StoredStatement,
)
from quotes_client.submissions import Article, PairJudgement
from quotes_client.version import VERSION

if TYPE_CHECKING:
    from quotes_client.client import Client
    from quotes_client.versions import ArticleChange, ArticleVersion, WholeVersion
    from quotes_client.webhooks import Notice, verify

_LATE = {
    "ArticleChange": "quotes_client.versions",
    "ArticleVersion": "quotes_client.versions",
    "Client": "quotes_client.client",
    "Notice": "quotes_client.webhooks",
    "WholeVersion": "quotes_client.versions",
    "verify": "quotes_client.webhooks",
}

__all__ = [
    "VERSION",
    "Affiliation",
    "Analysis",
    "AppliedFilter",
    "Article",
    "ArticleChange",
    "ArticleField",
    "ArticleVersion",
    "ChangeKind",
    "Claim",
    "Client",
    "ClientError",
    "Conflict",
    "ConflictKind",
    "Decision",
    "Delivery",
    "DeliveryStatus",
    "DiffStep",
    "Event",
    "Evidence",
    "FieldError",
    "Figure",
    "ForgedError",
    "Job",
    "JobState",
    "Judgement",
    "JudgementRecord",
    "Limits",
    "LineError",
    "MessageFormat",
    "MetadataSource",
    "MetadataSources",
    "NewWebhook",
    "Notice",
    "Order",
    "PairJudgement",
    "Quotation",
    "QuotationKind",
    "ReachedLimit",
    "ReadArticle",
    "RefusedError",
    "SavedSearch",
    "Severity",
    "Span",
    "Speaker",
    "SpeakerKind",
    "SpeakerName",
    "Statement",
    "Status",
    "StoredArticle",
    "StoredArticleSummary",
    "StoredClaim",
    "StoredConflict",
    "StoredEvidence",
    "StoredStatement",
    "UnexpectedError",
    "UnreachableError",
    "Version",
    "Webhook",
    "WholeVersion",
    "verify",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as Python has it
    if name not in _LATE:
        raise AttributeError(name)
    return getattr(import_module(_LATE[name]), name)
