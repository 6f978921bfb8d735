"""The one body of all failures."""

from marshmallow import fields

from service.web.schemas.answer import AnswerSchema, integer, string


class FieldErrorSchema(AnswerSchema):
    """What is wrong with one field."""

    field = string("Where: a JSON pointer into the request's body, such as /articles/0/text; or /, and a parameter.")
    message = string("What is wrong there.")


class ProblemSchema(AnswerSchema):
    """A problem document of RFC 9457."""

    type = string("What kind of problem: about:blank, or a name of this service.")
    title = string("The kind in words.")
    status = integer("The HTTP status.")
    detail = string("What went wrong this time, in a sentence.")
    instance = string("Names this occurrence; the service's log has the same name.")
    errors = fields.List(
        fields.Nested(FieldErrorSchema),
        metadata={"description": "The wrong fields, where fields are the matter."},
    )
