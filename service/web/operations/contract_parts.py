"""What the contract says beyond the views: names of operations, examples, messages to webhooks, and `/metrics`."""

from collections.abc import Iterator, Mapping
from typing import Any

from service.domain.webhooks import Event
from service.runtime.metrics import MEDIA_TYPE
from service.web.api.examples import operation_examples
from service.web.operations.operation_ids import OPERATION_IDS

Document = dict[str, Any]

_METRICS: Document = {
    "summary": "Metrics for Prometheus",
    "description": "Requests and parses of all processes, batches that wait, stored conflicts. If the service asks for "
    "keys, the key must have the scope `admin`.",
    "tags": ["health"],
    "responses": {"200": {"description": "OK", "content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}},
}
_REFUSALS = ("401", "403", "429", "default")
_MESSAGES = {
    Event.CONFLICT_CREATED: ("A conflict was found", "StoredConflict", "getConflict"),
    Event.CONFLICT_CHANGED: ("A conflict has changed", "StoredConflict", "reviewConflict"),
    Event.ARTICLE_CHANGED: (
        "An article has been changed",
        "ArticleVersion",
        "listArticleVersions",
    ),
    Event.JOB_FINISHED: ("A batch has been read", "Job", "cancelJob"),
}
_HEADERS = {
    "webhook-id": "The message's id: the same for each attempt to deliver it.",
    "webhook-timestamp": "When this attempt was made, in seconds since 1970.",
    "webhook-signature": "Signatures by the webhook's secret, as Standard Webhooks has them.",
}


def complete(contract: Document) -> None:
    """Add to the contract what the views do not say."""
    paths = contract["paths"]
    paths["/metrics"] = _metrics(paths["/v1/articles"])
    examples = operation_examples()
    for method, path, operation in operations(paths):
        operation["operationId"] = OPERATION_IDS[method, path]
        _exemplify(operation, paths[path].get("parameters", []), examples[operation["operationId"]])
    contract["webhooks"] = {event.value: {"post": _message(event, examples)} for event in _MESSAGES}


def operations(paths: Mapping[str, Document]) -> Iterator[tuple[str, str, Document]]:
    """Each operation of the contract, with its method and path."""
    for path, item in paths.items():
        for method, operation in item.items():
            if method != "parameters":
                yield method.upper(), path, operation


def _metrics(view: Document) -> Document:
    """Callers are refused as by any other view."""
    refusals = {status: view["get"]["responses"][status] for status in _REFUSALS}
    return {"get": {**_METRICS, "responses": {**_METRICS["responses"], **refusals}}}


def _exemplify(operation: Document, of_path: list[Document], example: Mapping[str, Any]) -> None:
    """Shows the recorded parameters, request and answer where the operation documents them."""
    values = {**example.get("path", {}), **example.get("query", {})}
    for parameter in [*of_path, *operation.get("parameters", [])]:
        if parameter.get("name") in values:
            parameter["example"] = values[parameter["name"]]
    if "request" in example:
        for body in operation["requestBody"]["content"].values():
            body["example"] = example["request"]
    if "response" in example:
        answer = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
        # Of exports, the first format is the one that was asked for.
        next(iter(answer["content"].values()))["example"] = example["response"]


def _message(event: Event, examples: Mapping[str, Any]) -> Document:
    summary, schema, shown_by = _MESSAGES[event]
    shown = examples[shown_by]["response"]
    data = shown["versions"][0] if "versions" in shown else shown
    message = {
        "type": "object",
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"type": "string", "const": event.value, "description": "What happened."},
            "timestamp": {"type": "string", "format": "date-time", "description": "When it happened."},
            "data": {"$ref": f"#/components/schemas/{schema}"},
        },
    }
    moment = data["article"]["received_at"] if "article" in data else data.get("changed_at") or data["finished_at"]
    content = {"schema": message, "example": {"type": event.value, "timestamp": moment, "data": data}}
    return {
        "summary": summary,
        "description": "Answer with a status of 200 to 299; otherwise the message is sent again, for three days. 410 "
        "switches the webhook off.",
        "operationId": "on" + "".join(word.capitalize() for word in event.value.split(".")),
        "tags": ["webhooks"],
        "parameters": [
            {"name": name, "in": "header", "required": True, "schema": {"type": "string"}, "description": description}
            for name, description in _HEADERS.items()
        ],
        "requestBody": {"required": True, "content": {"application/json": content}},
        "responses": {"2XX": {"description": "The message was taken."}},
    }
