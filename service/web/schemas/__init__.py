"""What may come in and what goes out; the one folder that knows marshmallow.

The descriptions are published in openapi.yaml: they speak to a stranger who calls the service.
"""

from service.web.schemas.analysis import AnalysisSchema
from service.web.schemas.problems import ProblemSchema
from service.web.schemas.requests import AnalysisRequestSchema
from service.web.schemas.states import StateSchema, VersionSchema

__all__ = ["AnalysisRequestSchema", "AnalysisSchema", "ProblemSchema", "StateSchema", "VersionSchema"]
