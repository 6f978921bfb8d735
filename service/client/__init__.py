"""The service in Python: `Client(url).analyse([Article(text=...)])`, with typed answers; loads none of the service."""

from service.client.answers import (
    Affiliation,
    Analysis,
    Claim,
    Conflict,
    DiffStep,
    Evidence,
    Figure,
    Judgement,
    Quotation,
    ReadArticle,
    Span,
    Speaker,
    Statement,
    StoredArticle,
    StoredArticleSummary,
    StoredConflict,
    StoredStatement,
    Version,
)
from service.client.client import Client
from service.client.errors import (
    ClientError,
    FieldError,
    ForgedError,
    RefusedError,
    UnexpectedError,
    UnreachableError,
)
from service.client.operations import Delivery, Job, LineError, NewWebhook, Webhook
from service.client.submissions import Article, PairJudgement
from service.client.webhooks import Notice, verify
from service.domain.conflicts import ConflictKind, Severity, Status
from service.domain.jobs import JobState
from service.domain.queries import Order
from service.domain.quotations import QuotationKind, SpeakerKind
from service.domain.webhooks import DeliveryStatus, Event

__all__ = [
    "Affiliation",
    "Analysis",
    "Article",
    "Claim",
    "Client",
    "ClientError",
    "Conflict",
    "ConflictKind",
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
    "LineError",
    "NewWebhook",
    "Notice",
    "Order",
    "PairJudgement",
    "Quotation",
    "QuotationKind",
    "ReadArticle",
    "RefusedError",
    "Severity",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "Status",
    "StoredArticle",
    "StoredArticleSummary",
    "StoredConflict",
    "StoredStatement",
    "UnexpectedError",
    "UnreachableError",
    "Version",
    "Webhook",
    "verify",
]
