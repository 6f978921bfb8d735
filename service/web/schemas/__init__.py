"""What may come in and what goes out; the one folder that knows marshmallow.

The descriptions are published in openapi.yaml: they speak to a stranger who calls the service.
"""

from service.web.schemas.alerts.filters import (
    ConflictFilterSchema,
    DeskSavedSearchSchema,
    FeedSearchSchema,
    SavedSearchChangeSchema,
    SavedSearchesPageSchema,
    SavedSearchRequestSchema,
    SavedSearchSchema,
)
from service.web.schemas.alerts.forms import BY_MAIL, webhook_of_form
from service.web.schemas.alerts.webhooks import (
    DeliveriesPageSchema,
    DeliverySchema,
    NewWebhookSchema,
    WebhookChangeSchema,
    WebhookRequestSchema,
    WebhookSchema,
    WebhooksPageSchema,
)
from service.web.schemas.analysis import AnalysisSchema, QuotationSchema, SpeakerSchema
from service.web.schemas.desk_searches import DeskQuotationSearchSchema, DeskSearchSchema, DeskStatementSearchSchema
from service.web.schemas.failures.problems import ProblemSchema
from service.web.schemas.forms import submission_of_form
from service.web.schemas.jobs import JobSchema, JobsPageSchema, LineErrorsPageSchema
from service.web.schemas.json_values import MOST_PARTS, TooManyPartsError, value_of
from service.web.schemas.judging.figures import (
    FiguresOfOutletsSchema,
    FiguresOfSpeakersSchema,
    FiguresSearchSchema,
)
from service.web.schemas.judging.reviews import (
    ConflictJudgementSchema,
    ConflictJudgementsSchema,
    DeskAssignmentSchema,
    DeskReviewSchema,
    EditorSchema,
    PairJudgementSchema,
    UndoSchema,
)
from service.web.schemas.lines import submission_of_line
from service.web.schemas.requests import VERSIONS_END, AnalysisRequestSchema, RequestKeySchema, SubmissionSchema
from service.web.schemas.searches import (
    AnalysisOptionsSchema,
    ArticleSearchSchema,
    CertaintySchema,
    ConflictExportSchema,
    ConflictSearchSchema,
    ExportSearchSchema,
    JudgementExportSchema,
    PlaceSchema,
    QuotationSearchSchema,
    SpeakerSearchSchema,
    StatementSearchSchema,
)
from service.web.schemas.states import StateSchema, VersionSchema
from service.web.schemas.stored import (
    ArticlesPageSchema,
    ConflictHistorySchema,
    ConflictsPageSchema,
    JudgementSchema,
    JudgementsPageSchema,
    QuotationsPageSchema,
    ReviewedConflictsSchema,
    SpeakersPageSchema,
    StatementsPageSchema,
    StoredArticleSchema,
    StoredConflictSchema,
    StoredStatementSchema,
)
from service.web.schemas.versions import (
    ArticleVersionSchema,
    ArticleVersionsPageSchema,
    WholeVersionSchema,
    submission_under,
)

__all__ = [
    "BY_MAIL",
    "MOST_PARTS",
    "VERSIONS_END",
    "AnalysisOptionsSchema",
    "AnalysisRequestSchema",
    "AnalysisSchema",
    "ArticleSearchSchema",
    "ArticleVersionSchema",
    "ArticleVersionsPageSchema",
    "ArticlesPageSchema",
    "CertaintySchema",
    "ConflictExportSchema",
    "ConflictFilterSchema",
    "ConflictHistorySchema",
    "ConflictJudgementSchema",
    "ConflictJudgementsSchema",
    "ConflictSearchSchema",
    "ConflictsPageSchema",
    "DeliveriesPageSchema",
    "DeliverySchema",
    "DeskAssignmentSchema",
    "DeskQuotationSearchSchema",
    "DeskReviewSchema",
    "DeskSavedSearchSchema",
    "DeskSearchSchema",
    "DeskStatementSearchSchema",
    "EditorSchema",
    "ExportSearchSchema",
    "FeedSearchSchema",
    "FiguresOfOutletsSchema",
    "FiguresOfSpeakersSchema",
    "FiguresSearchSchema",
    "JobSchema",
    "JobsPageSchema",
    "JudgementExportSchema",
    "JudgementSchema",
    "JudgementsPageSchema",
    "LineErrorsPageSchema",
    "NewWebhookSchema",
    "PairJudgementSchema",
    "PlaceSchema",
    "ProblemSchema",
    "QuotationSchema",
    "QuotationSearchSchema",
    "QuotationsPageSchema",
    "RequestKeySchema",
    "ReviewedConflictsSchema",
    "SavedSearchChangeSchema",
    "SavedSearchRequestSchema",
    "SavedSearchSchema",
    "SavedSearchesPageSchema",
    "SpeakerSchema",
    "SpeakerSearchSchema",
    "SpeakersPageSchema",
    "StateSchema",
    "StatementSearchSchema",
    "StatementsPageSchema",
    "StoredArticleSchema",
    "StoredConflictSchema",
    "StoredStatementSchema",
    "SubmissionSchema",
    "TooManyPartsError",
    "UndoSchema",
    "VersionSchema",
    "WebhookChangeSchema",
    "WebhookRequestSchema",
    "WebhookSchema",
    "WebhooksPageSchema",
    "WholeVersionSchema",
    "submission_of_form",
    "submission_of_line",
    "submission_under",
    "value_of",
    "webhook_of_form",
]
