"""What schemathesis cannot know of this contract; it loads this module by SCHEMATHESIS_HOOKS."""

from typing import Any

import schemathesis
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from service.web.middleware.problems import MEDIA_TYPE

# Right by their form, these are refused for what stands behind them: an article without text (of blanks, in HTML, at
# its URL) or with the id of another one, more than the operator allows, a webhook by a search that nobody saved, a
# cursor that no answer gave, and a judgement by nobody or for a claim that the conflict does not have.
_NAMES = ("article", "too-large", "webhook", "cursor", "judgement")
_BEHIND_THE_FORM = frozenset(f"urn:quotes:problem:{name}" for name in _NAMES)

# The service fetches such addresses: none may be a stranger's. It refuses this one, which is its own machine's.
schemathesis.openapi.format("uri", st.integers(1, 9).map("http://127.0.0.1:{}/story".format))
# JSON lines are texts, as far as a schema can tell: so is whatever is sent as such.
_JSON_LINES = ("application/x-ndjson", "application/jsonl")
schemathesis.serializer.alias([*_JSON_LINES], "text/plain")


@schemathesis.check
def valid_data_acceptance(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case[Any]
) -> bool | None:
    """In the place of `positive_data_acceptance`, which takes what no schema can tell for a failure."""
    media_type = (response.headers.get("content-type") or [""])[0]
    if media_type == MEDIA_TYPE and _is_behind_the_form(response.json()):
        return None
    return positive_data_acceptance(ctx, response, case)


@schemathesis.check
def wrong_data_rejection(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case[Any]
) -> bool | None:
    """Replaces `negative_data_rejection`, which rejects any text that was not a string before it was sent."""
    return None if case.media_type in _JSON_LINES else negative_data_rejection(ctx, response, case)


def _is_behind_the_form(problem: dict[str, Any]) -> bool:
    # A secret is base64 of some length: its pattern would be one that no generator of texts ends with.
    is_secret = [error["field"] for error in problem.get("errors", ())] == ["/secret"]
    return problem["type"] in _BEHIND_THE_FORM or is_secret
