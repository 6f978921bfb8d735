"""What the pages call the values of the contract: words of a newsroom for those of the field."""

from service.domain.conflicts import ConflictKind
from service.domain.quotations import QuotationKind, SpeakerKind, Unattributed
from service.domain.webhooks import Event, MessageFormat

_NAMES: dict[str, str] = {
    ConflictKind.AFFILIATION: "role",
    ConflictKind.WORDING: "words",
    QuotationKind.DIRECT: "direct speech",
    QuotationKind.MIXED: "partly direct speech",
    QuotationKind.INDIRECT: "indirect speech",
    SpeakerKind.ORGANIZATION: "organisation",
    Unattributed.NO_MENTION: "the article names nobody",
    Unattributed.AMBIGUOUS: "several people are possible",
    Unattributed.NOT_SPEECH: "not speech",
    Unattributed.NOT_SAID: "not said",
    "gravest": "most severe",
    Event.CONFLICT_CREATED: "new conflicts",
    Event.CONFLICT_CHANGED: "changed conflicts",
    Event.ARTICLE_CHANGED: "articles changed after publication",
    Event.JOB_FINISHED: "finished batches",
    MessageFormat.STANDARD: "JSON",
    MessageFormat.SLACK: "Slack",
    MessageFormat.TEAMS: "Microsoft Teams",
}


def plain_name(value: str) -> str:
    """The name of this value on the pages; its own where that is plain."""
    return _NAMES.get(value, value)
