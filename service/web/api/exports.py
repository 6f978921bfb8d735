"""`/v1/exports`: all quotations, or those that are searched for, in the formats of others."""

from flask import Response, stream_with_context

from service.domain.queries import Filters
from service.presentation.export_formats import FORMATS
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.schemas import ExportSearchSchema

exports = JsonBlueprint("exports", __name__, description="All that is kept, for other tools.")


@exports.get("/v1/exports")
@exports.fails_with(422, 503)
@exports.arguments(ExportSearchSchema, location="query")
@exports.response(200, description="The quotations, as the format has them.")
@exports.doc(responses={200: {"content": {each.media_type: {"schema": {}} for each in FORMATS.values()}}})
def export(wanted: tuple[str, Filters]) -> Response:
    """Export quotations

    All quotations at one moment, streamed: as JSON lines, as a table (CSV), as one page of W3C Web Annotations, or as
    a graph of schema.org; the last two have speech alone.
    """
    name, search = wanted
    quotations = use_cases().queries.export(search)
    text = stream_with_context(FORMATS[name].write(quotations))
    return Response(text, content_type=FORMATS[name].media_type)
