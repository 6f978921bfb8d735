"""`/v1/exports`: all quotations, conflicts or judgements, or those that are searched for, in the formats of others."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from itertools import chain, islice

from flask import Response, stream_with_context

from service.domain.archive import ConflictDetail
from service.domain.queries import Filters
from service.presentation.export_formats import FORMATS, dumped
from service.presentation.reviews.claim_reviews import claim_review_graph
from service.presentation.reviews.conflict_tables import conflict_table, judgement_table
from service.readers.places import Places
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import page_address
from service.web.schemas import (
    ConflictExportSchema,
    ExportSearchSchema,
    JudgementExportSchema,
    JudgementSchema,
    StoredConflictSchema,
)
from service.web.schemas.answer import AnswerSchema

# Each holds a state of the store, and a connection to it, for as long as its client reads.
_PLACES = Places(4, patience=1)
# Of what is not a quotation.
_MEDIA_TYPES = {
    "jsonl": FORMATS["jsonl"].media_type,
    "csv": FORMATS["csv"].media_type,
    "claim-review": FORMATS["schema.org"].media_type,
}

exports = JsonBlueprint(
    "exports", __name__, description="All stored quotations, conflicts and judgements, for other tools."
)


@exports.get("/v1/exports")
@exports.fails_with(422, 503)
@exports.arguments(ExportSearchSchema, location="query")
@exports.response(200, description="The quotations in the chosen format.")
@exports.doc(responses={200: {"content": {each.media_type: {"schema": {}} for each in FORMATS.values()}}})
def export(wanted: tuple[str, Filters]) -> Response:
    """Export quotations

    A consistent snapshot of all quotations, streamed as JSON lines, a table (CSV), one page of W3C Web Annotations or a
    schema.org graph. The last two contain speech only.
    """
    name, search = wanted
    return _streamed(FORMATS[name].write(use_cases().queries.export(search)), FORMATS[name].media_type)


@exports.get("/v1/exports/conflicts")
@exports.fails_with(404, 422, 503)
@exports.arguments(ConflictExportSchema, location="query")
@exports.response(200, description="The conflicts in the chosen format.")
@exports.doc(responses={200: {"content": {media_type: {"schema": {}} for media_type in _MEDIA_TYPES.values()}}})
def export_conflicts(wanted: tuple[str, Filters]) -> Response:
    """Export conflicts

    A consistent snapshot, streamed as JSON lines (each as in the list), a table (CSV) with a row for each claim, or a
    schema.org graph with a ClaimReview for each claim of the confirmed ones.
    """
    name, search = wanted
    conflicts = _begun(use_cases().queries.export_conflicts(search))
    write = _CONFLICT_FORMATS[name]
    return _streamed(write(conflicts), _MEDIA_TYPES[name])


@exports.get("/v1/exports/judgements")
@exports.fails_with(422, 503)
@exports.arguments(JudgementExportSchema, location="query")
@exports.response(200, description="The judgements in the chosen format.")
@exports.doc(responses={200: {"content": {_MEDIA_TYPES[name]: {"schema": {}} for name in ("jsonl", "csv")}}})
def export_judgements(wanted: dict[str, str]) -> Response:
    """Export judgements

    A consistent snapshot of all judgements that hold, the oldest first, as JSON lines or a table (CSV).
    """
    judgements = use_cases().queries.export_judgements()
    name = wanted["format"]
    parts = judgement_table(judgements) if name == "csv" else _lines(JudgementSchema(), judgements)
    return _streamed(parts, _MEDIA_TYPES[name])


def _conflict_lines(conflicts: Iterable[ConflictDetail]) -> Iterator[str]:
    return _lines(StoredConflictSchema(), conflicts)


_CONFLICT_FORMATS: Mapping[str, Callable[[Iterable[ConflictDetail]], Iterator[str]]] = {
    "jsonl": _conflict_lines,
    "csv": conflict_table,
    "claim-review": partial(claim_review_graph, address_of=page_address),
}


def _begun(conflicts: Iterator[ConflictDetail]) -> Iterator[ConflictDetail]:
    """The same, asked for already: a saved search that is gone is refused before the answer begins."""
    return chain(list(islice(conflicts, 1)), conflicts)


def _lines(schema: AnswerSchema, values: Iterable[object]) -> Iterator[str]:
    """Each as a line of JSON, as the list of them has it."""
    return (f"{dumped(schema.dump(value))}\n" for value in values)


def _streamed(parts: Iterator[str], media_type: str) -> Response:
    held = ExitStack()
    held.enter_context(_PLACES.taken())
    response = Response(stream_with_context(_sent(parts, held)), content_type=media_type)
    # A client that is gone before the first line leaves nothing to end.
    response.call_on_close(held.close)
    return response


def _sent(parts: Iterable[str], held: ExitStack) -> Iterator[str]:
    """The parts; the place is free as soon as the last is sent."""
    with held:
        yield from parts
