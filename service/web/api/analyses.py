"""`POST /v1/analyses`: articles in, the whole answer out; nothing is stored."""

from collections.abc import Mapping, Sequence

from service.domain.queries import AnalysisOptions
from service.ingestion.submissions import Submission
from service.web import use_cases
from service.web.api.answers import Answer, answer_of
from service.web.api.blueprint import JsonBlueprint
from service.web.api.examples import ANALYSIS_EXAMPLE, ARTICLES_EXAMPLE
from service.web.schemas import AnalysisOptionsSchema, AnalysisRequestSchema, AnalysisSchema

analyses = JsonBlueprint("analyses", __name__, description="Who said what, and where the reports disagree.")


@analyses.post("/v1/analyses")
@analyses.fails_with(400, 413, 415, 422, 503)
@analyses.arguments(AnalysisRequestSchema, example=ARTICLES_EXAMPLE)
@analyses.arguments(AnalysisOptionsSchema, location="query")
@analyses.response(200, AnalysisSchema, example=ANALYSIS_EXAMPLE)
def analyse(body: Mapping[str, Sequence[Submission]], options: AnalysisOptions) -> Answer:
    """Analyse articles

    Finds every quotation in the articles, who said it and what that person is said to be, which quotations
    report one statement, and where the reports disagree. Nothing is stored.
    """
    return answer_of(use_cases().analyse_submissions(body["articles"], options=options))
