"""The desk: pages over the store for editors, who look up, compare and judge there."""

from service.web.desk import (
    adding,
    articles,
    conflicts,
    exports,
    figures,
    judgements,
    lists,
    removing,
    searching,
    signing,
    speakers,
    statements,
)
from service.web.desk.alerts import searches, webhooks
from service.web.desk.blueprint import desk

__all__ = [
    "adding",
    "articles",
    "conflicts",
    "desk",
    "exports",
    "figures",
    "judgements",
    "lists",
    "removing",
    "searches",
    "searching",
    "signing",
    "speakers",
    "statements",
    "webhooks",
]
