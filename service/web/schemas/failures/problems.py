"""The one body of all failures."""

from marshmallow import fields

from service.web.schemas.answer import AnswerSchema, integer, string


class FieldErrorSchema(AnswerSchema):
    """What is wrong with one field."""

    field = string("A JSON pointer into the request body, such as /articles/0/text; or / and the name of a parameter.")
    message = string("What is wrong with it.")


class ProblemSchema(AnswerSchema):
    """A problem document of RFC 9457."""

    type = string("The kind of problem: about:blank, or a URN of this service.")
    title = string("The kind in words.")
    status = integer("The HTTP status.")
    detail = string("What went wrong this time, in one sentence.")
    instance = string("Identifies this occurrence; the service's log has the same id.")
    errors = fields.List(
        fields.Nested(FieldErrorSchema),
        metadata={"description": "The invalid fields, if any."},
    )
