"""Exports as they are sent: streamed, a few at a time, for the API and the desk."""

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
from service.web import page_address, use_cases
from service.web.schemas import JudgementSchema, StoredConflictSchema
from service.web.schemas.answer import AnswerSchema

# Each holds a state of the store, and a connection to it, for as long as its client reads.
_PLACES = Places(4, patience=1)
# Of what is not a quotation.
MEDIA_TYPES = {
    "jsonl": FORMATS["jsonl"].media_type,
    "csv": FORMATS["csv"].media_type,
    "claim-review": FORMATS["schema.org"].media_type,
}


def exported_quotations(name: str, search: Filters) -> Response:
    """The quotations of which all holds, in the format of this name."""
    return _streamed(FORMATS[name].write(use_cases().queries.export(search)), FORMATS[name].media_type)


def exported_conflicts(name: str, search: Filters) -> Response:
    """The conflicts, likewise."""
    conflicts = _begun(use_cases().queries.export_conflicts(search))
    return _streamed(_CONFLICT_FORMATS[name](conflicts), MEDIA_TYPES[name])


def exported_judgements(name: str) -> Response:
    """All judgements that hold."""
    judgements = use_cases().queries.export_judgements()
    parts = judgement_table(judgements) if name == "csv" else _lines(JudgementSchema(), judgements)
    return _streamed(parts, MEDIA_TYPES[name])


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
