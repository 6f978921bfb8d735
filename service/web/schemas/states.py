"""The answer to the question how the service is."""

from service.web.schemas.answer import AnswerSchema, string


class StateSchema(AnswerSchema):
    """Whether the service lives, or can work."""

    status = string("“alive” or “ready”.")
