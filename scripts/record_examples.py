"""`python -m scripts.record_examples`: the examples of the contract, as the service answers them.

Two outlets report one statement of Ana Ruiz in different words; each operation is asked once, in an order in which all
have something to answer. What is made by clock or chance differs each time: see `MADE_BY_CLOCK_OR_CHANCE`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any

from flask.testing import FlaskClient

from service.app import create_app
from service.config.settings import Settings
from service.web.api.examples import ARTICLES_EXAMPLE, OPERATIONS_FILE
from service.web.operations.operation_ids import OPERATION_IDS

# ruff: noqa: ANN401 - a JSON value

MADE_BY_CLOCK_OR_CHANCE = frozenset(
    {
        "datePublished",
        "received_at",
        "found_at",
        "changed_at",
        "judged_at",
        "withdrawn_at",
        "created_at",
        "finished_at",
        "happened_at",
    }
    | {"due_at", "secret", "code", "models", "weights", "job_id", "webhook_id", "search_id"}
)
_PLACES = {operation_id: place for place, operation_id in OPERATION_IDS.items()}
# Of answers that are no JSON; of metrics, those of the service itself.
_MOST_LINES = 8
# Of Standard Webhooks' own documentation, so that nobody takes it for one that is in use.
_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
# Two that can be read, and one that cannot.
_BATCH = (
    '{"id": "noon", "outlet": "The Noon Example", "text": "“The ferry will go on,” said Omar Said, the mayor."}\n'
    '{"url": "https://news.example/story"}\n'
    '{"id": "empty"}\n'
)
_JUDGEMENT = {"subject": "statement", "verdict": "different", "by": "Lee", "reason": "Said on two days."}
_DATES = ("2026-05-04T06:00:00Z", "2026-05-04T18:00:00Z")


@dataclass
class Walk:
    """The operations that were asked so far: what was sent, and what was answered."""

    client: FlaskClient
    examples: dict[str, dict[str, Any]] = field(default_factory=dict)

    def ask(self, operation_id: str, path: Mapping[str, str | int] | None = None, **sent: Any) -> Any:
        """The answer's value; raises where the service refuses."""
        method, place = _PLACES[operation_id]
        answer = self.client.open(place.format(**(path or {})), method=method, **sent)
        if answer.status_code >= 400:
            raise RuntimeError(f"{operation_id}: {answer.status_code} {answer.text}")
        told = answer.json if answer.is_json and answer.data else _shortened(answer.text)
        given = sent.get("json", sent.get("data"))
        example = {"path": path, "query": sent.get("query_string"), "request": given, "response": told or None}
        self.examples[operation_id] = {name: value for name, value in example.items() if value is not None}
        return told


def recorded(client: FlaskClient) -> dict[str, dict[str, Any]]:
    """An example of each operation, of a service that is ready and empty."""
    walk = Walk(client)
    walk.ask("analyzeArticles", json=ARTICLES_EXAMPLE)
    search = _searches(walk)
    webhook_id = _webhooks(walk)
    _stored(walk)
    _batches(walk)
    walk.ask("listDeliveries", {"webhook_id": webhook_id})
    walk.ask("deleteWebhook", {"webhook_id": webhook_id})
    _versions(walk)
    walk.ask("deleteSearch", search)
    walk.ask("deleteArticle", {"article_id": "evening"})
    for operation_id in ("getHealth", "getReadiness", "getVersion", "getMetrics"):
        walk.ask(operation_id)
    return {operation_id: walk.examples[operation_id] for operation_id in OPERATION_IDS.values()}


def _shortened(text: str) -> str:
    lines = [line for line in text.splitlines(keepends=True) if "# HELP" not in text or "quotes_" in line]
    return "".join(lines[:_MOST_LINES])


def _searches(walk: Walk) -> dict[str, str]:
    made = walk.ask("createSearch", json={"name": "The port", "filters": {"words": "port"}})
    search = {"search_id": str(made["id"])}
    walk.ask("listSearches")
    walk.ask("getSearch", search)
    walk.ask("updateSearch", search, json={"filters": {"words": "bridge"}})
    return search


def _webhooks(walk: Walk) -> str:
    url, events = "https://desk.example/quotes", ["conflict.created", "conflict.changed"]
    made = walk.ask("createWebhook", json={"url": url, "events": events})
    made["secret"] = _SECRET
    webhook = {"webhook_id": made["id"]}
    walk.ask("listWebhooks")
    walk.ask("getWebhook", webhook)
    walk.ask("updateWebhook", webhook, json={"events": [*events, "job.finished"], "filter": {"severity": "high"}})
    walk.ask("testWebhook", webhook)
    return str(made["id"])


def _stored(walk: Walk) -> None:
    articles = [
        {**article, "published_at": date} for article, date in zip(ARTICLES_EXAMPLE["articles"], _DATES, strict=True)
    ]
    for article in reversed(articles):
        stored = walk.ask("storeArticle", json=article)
    walk.ask("listArticles", query_string={"outlet": stored["outlet"]})
    walk.ask("getArticle", {"article_id": stored["id"]})
    first, second = walk.ask("listQuotations", query_string={"words": "bridge"})["quotations"]
    walk.ask("getQuotation", {"quotation_id": first["id"]})
    walk.ask("listSpeakers", query_string={"kind": "person"})
    walk.ask("getSpeaker", {"speaker_id": first["speaker_id"]})
    walk.ask("listStatements", query_string={"speaker_id": first["speaker_id"]})
    walk.ask("getStatement", {"statement_id": first["statement_id"]})
    conflict = walk.ask("listConflicts", query_string={"severity": "high"})["conflicts"][0]
    walk.ask("getConflictFeed", query_string={"severity": "high"})
    walk.ask("getConflict", {"conflict_id": conflict["id"]})
    review = {"status": "confirmed", "by": "Lee", "reason": "Her office has confirmed it.", "right_claim": 0}
    review |= {"source": "https://port.example/minutes", "assignee": "Ana"}
    one = {"conflict_id": conflict["id"]}
    walk.ask("reviewConflicts", json={"conflict_ids": [conflict["id"]], "status": "dismissed", "by": "Kim"})
    walk.ask("undoConflictReview", one, json={"by": "Kim"})
    walk.ask("reviewConflict", one, json=review)
    walk.ask("listConflictJudgements", one)
    walk.ask("getClaimReview", one)
    walk.ask("getOutletFigures")
    walk.ask("getSpeakerFigures")
    walk.ask("exportConflicts", query_string={"status": "confirmed", "format": "jsonl"})
    walk.ask("createJudgement", json={**_JUDGEMENT, "first": first["id"], "second": second["id"]})
    walk.ask("listJudgements")
    walk.ask("exportQuotations", query_string={"format": "jsonl"})
    walk.ask("exportJudgements", query_string={"format": "jsonl"})


def _versions(walk: Walk) -> None:
    """A silent correction, after everything else has been asked: it ends the conflict."""
    (article,) = (one for one in ARTICLES_EXAMPLE["articles"] if one["id"] == "evening")
    corrected = {**article, "published_at": _DATES[1], "text": article["text"].replace("will not", "will")}
    place = {"article_id": corrected.pop("id")}
    walk.ask("replaceArticle", place, json=corrected)
    walk.ask("listArticleVersions", place)
    walk.ask("getArticleVersion", {**place, "number": 2})


def _batches(walk: Walk) -> None:
    job = {"job_id": walk.ask("submitBatch", data=_BATCH, content_type="application/x-ndjson")["id"]}
    walk.ask("listJobs")
    walk.ask("getJob", job)
    walk.ask("listJobErrors", job)
    walk.ask("cancelJob", job)


def main() -> None:
    """Record the examples anew, by the package's models and an empty store."""
    with TemporaryDirectory() as folder:
        settings = replace(Settings(), database_url=f"sqlite:///{folder}/quotes.sqlite")
        client = create_app(settings).test_client()
        while client.get("/readyz").status_code != 200:
            sleep(0.1)
        examples = recorded(client)
    Path(OPERATIONS_FILE).write_text(json.dumps(examples, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
