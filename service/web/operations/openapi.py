"""The contract in OpenAPI 3.1: what the JSON views register, and the text of openapi.yaml."""

from typing import cast

import yaml
from flask import Flask, Response
from flask_smorest import Api
from werkzeug.exceptions import HTTPException

from service.version import VERSION
from service.web.api.alerts.feeds import feeds
from service.web.api.alerts.searches import searches
from service.web.api.analyses import analyses
from service.web.api.articles import articles
from service.web.api.batches import batches
from service.web.api.collections import figures, quotations, speakers, statements
from service.web.api.conflicts import conflicts
from service.web.api.exports import exports
from service.web.api.jobs import jobs
from service.web.api.judgements import judgements
from service.web.api.webhooks import webhooks
from service.web.middleware.problems import http_problem
from service.web.operations.contract_parts import complete, operations
from service.web.operations.health import health
from service.web.operations.version import versions
from service.web.schemas import ProblemSchema

_DESCRIPTION = """\
Finds every quotation in news articles, says who said it and what the article says that person is,
recognises the same statement in the articles of different outlets, and marks the conflicts between them.

Offsets count Unicode code points of an article's `text`, end exclusive: `text[start:end] == exact`. Of a place that is
`in` the `title`, they count those of the title.
In JavaScript, use `Array.from(text).slice(start, end).join("")`, as its string indexes count UTF-16 units.

Every error is a problem document (RFC 9457). Its `type` is `about:blank` for plain HTTP errors, or
`urn:quotes:problem:` followed by `invalid`, `article`, `judgement`, `too-large`, `webhook`, `busy`, `time-limit`,
`memory-limit`, `models`, `missing`, `clash`, `cursor` or `store`.

New fields, values of `evidence` and operations may be added at any time: ignore what you do not know. Whatever is
marked `deprecated` goes on working as described here, and its description names what takes its place; it is removed no
sooner than six months later, with a new prefix in the place of `/v1`. Nothing is deprecated now.
"""
# Either, if the operator requires keys; otherwise none.
_SECURITY = {
    "key": {"type": "http", "scheme": "bearer", "description": "An API key."},
    "password": {"type": "http", "scheme": "basic", "description": "An API key as the password, with any user name."},
}
_ORDER = ("openapi", "info", "servers", "security", "tags", "paths", "webhooks", "components")


class _ProblemApi(Api):
    """flask-smorest's Api with problem documents in the place of its own error body."""

    ERROR_SCHEMA = ProblemSchema
    # Each view documents its failures itself, with their media type.
    DEFAULT_ERROR_RESPONSE_NAME = None

    def handle_http_exception(self, error: HTTPException) -> Response | HTTPException:
        # Who raises one with its answer has made a problem document already.
        if error.response is not None:
            return cast(Response, error.response)
        # A redirect is raised as an HTTP exception, too.
        return error if error.code is not None and error.code < 400 else http_problem(error)


def register_api(app: Flask) -> Api:
    """The JSON blueprints, registered in the app and in its contract."""
    api = _ProblemApi(
        app,
        spec_kwargs={
            "title": "Quotes",
            "version": VERSION,
            "openapi_version": "3.1.0",
            "info": {
                "description": _DESCRIPTION,
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "servers": [{"url": "/"}],
            "security": [{name: []} for name in _SECURITY] + [{}],
            "components": {"securitySchemes": _SECURITY},
        },
    )
    stored = articles, quotations, speakers, statements, conflicts, judgements, figures
    for blueprint in (analyses, *stored, feeds, batches, jobs, searches, webhooks, exports):
        api.register_blueprint(blueprint)
    api.register_blueprint(health)
    api.register_blueprint(versions)
    return api


def openapi_yaml() -> str:
    """The text of openapi.yaml, as the program's own schemas and views have it."""
    api = register_api(Flask("contract"))
    contract = api.spec.to_dict()
    schemas = contract["components"]["schemas"]
    # flask-smorest documents this one even where nothing is paginated.
    del schemas["PaginationMetadata"]
    # By the plugin's own option, a described schema would lose its "additionalProperties: false".
    for (schema, *_), name in api.ma_plugin.converter.refs.items():
        if name in schemas:
            schemas[name] = {"description": schema.__doc__, **schemas[name], **getattr(schema, "CONDITIONS", {})}
    for _, _, operation in operations(contract["paths"]):
        operation["responses"] = dict(sorted(operation["responses"].items()))
    complete(contract)
    ordered = {name: contract[name] for name in _ORDER}
    return str(yaml.dump(ordered, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110))


class _Dumper(yaml.SafeDumper):
    """Texts of several lines stay as they are, so that the file can be read."""

    def ignore_aliases(self, _: object) -> bool:
        return True


def _write_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _write_text)
