"""The service in Python: `Client(url).analyse([Article(text=...)])`, with typed answers; loads none of the service."""

from service.client.answers import (
    Affiliation,
    Analysis,
    Claim,
    Conflict,
    DiffStep,
    Evidence,
    Figure,
    Quotation,
    ReadArticle,
    Span,
    Speaker,
    Statement,
    Version,
)
from service.client.errors import ClientError, FieldError, RefusedError, UnexpectedError, UnreachableError
from service.client.http import Article, Client

__all__ = [
    "Affiliation",
    "Analysis",
    "Article",
    "Claim",
    "Client",
    "ClientError",
    "Conflict",
    "DiffStep",
    "Evidence",
    "FieldError",
    "Figure",
    "Quotation",
    "ReadArticle",
    "RefusedError",
    "Span",
    "Speaker",
    "Statement",
    "UnexpectedError",
    "UnreachableError",
    "Version",
]
