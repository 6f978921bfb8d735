"""`/v1/exports`: all quotations, or those that are searched for, in the formats of others."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from flask import Response, stream_with_context

from service.domain.queries import Filters
from service.presentation.export_formats import FORMATS
from service.readers.places import Places
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.schemas import ExportSearchSchema

# Each holds a state of the store, and a connection to it, for as long as its client reads.
_PLACES = Places(4, patience=1)

exports = JsonBlueprint("exports", __name__, description="All stored quotations, for other tools.")


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
    quotations = use_cases().queries.export(search)
    held = ExitStack()
    held.enter_context(_PLACES.taken())
    text = stream_with_context(_sent(FORMATS[name].write(quotations), held))
    response = Response(text, content_type=FORMATS[name].media_type)
    # A client that is gone before the first line leaves nothing to end.
    response.call_on_close(held.close)
    return response


def _sent(parts: Iterable[str], held: ExitStack) -> Iterator[str]:
    """The parts; the place is free as soon as the last is sent."""
    with held:
        yield from parts
