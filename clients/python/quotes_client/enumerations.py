"""The closed sets of values that the contract names, as they stand in openapi.yaml."""

from enum import StrEnum


class ArticleField(StrEnum):
    """What of an article a place is in."""

    TEXT = "text"
    TITLE = "title"


class ConflictKind(StrEnum):
    """What two reports disagree about."""

    SPEAKER = "speaker"
    AFFILIATION = "affiliation"
    WORDING = "wording"


class Severity(StrEnum):
    """How much a conflict should worry an editor."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class DiffOp(StrEnum):
    """What happens between two wordings at one place."""

    EQUAL = "equal"
    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


class MetadataSource(StrEnum):
    """Where something that is known about an article comes from."""

    REQUEST = "request"
    JSON_LD = "json-ld"
    MICRODATA = "microdata"
    OPEN_GRAPH = "open-graph"
    META = "meta"
    PAGE = "page"
    ADDRESS = "address"
    TEXT = "text"


class Status(StrEnum):
    """What an editor said of a conflict."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class Order(StrEnum):
    """How a list of conflicts is sorted."""

    GRAVEST = "gravest"
    NEWEST = "newest"


class QuotationKind(StrEnum):
    """How much of the reported words stands between quotation marks: all, some or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


class ReportedAs(StrEnum):
    """How an article reports words: as said, as denied or never said, as asked about, or as what might be said."""

    SAID = "said"
    DENIED = "denied"
    ASKED = "asked"
    HYPOTHETICAL = "hypothetical"


class Unattributed(StrEnum):
    """Why a quotation has no speaker."""

    NO_MENTION = "no_mention"
    AMBIGUOUS = "ambiguous"
    NOT_SPEECH = "not_speech"
    NOT_SAID = "not_said"


class Subject(StrEnum):
    """What a judgement is about."""

    SPEAKER = "speaker"
    STATEMENT = "statement"
    CONFLICT = "conflict"


class JobState(StrEnum):
    """The state of a job."""

    RUNNING = "running"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class Event(StrEnum):
    """What webhooks are notified of."""

    CONFLICT_CREATED = "conflict.created"
    CONFLICT_CHANGED = "conflict.changed"
    ARTICLE_CHANGED = "article.changed"
    JOB_FINISHED = "job.finished"
    # Sent only to the webhook under test.
    WEBHOOK_TEST = "webhook.test"


class DeliveryStatus(StrEnum):
    """The state of a delivery."""

    PENDING = "pending"
    DELIVERED = "delivered"
    # No further attempts.
    FAILED = "failed"


class MessageFormat(StrEnum):
    """What the body of a message looks like: the event in JSON, or one sentence for a chat."""

    STANDARD = "standard"
    SLACK = "slack"
    TEAMS = "teams"


class ChangeKind(StrEnum):
    """What a new version did to a quotation, to what the article says that a speaker is, or to its title."""

    QUOTATION_ADDED = "quotation_added"
    QUOTATION_REMOVED = "quotation_removed"
    WORDS_CHANGED = "words_changed"
    SPEAKER_CHANGED = "speaker_changed"
    AFFILIATION_CHANGED = "affiliation_changed"
    TITLE_CHANGED = "title_changed"
