"""The answers to the questions how the service is, and what it is."""

from marshmallow import fields

from service.web.schemas.answer import AnswerSchema, integer, several, string


class StateSchema(AnswerSchema):
    """Whether the service is alive, or ready."""

    status = string("“alive” or “ready”.")


class FigureSchema(AnswerSchema):
    """An accuracy figure, measured on labelled articles."""

    name = string("What was measured.")
    per_cent = fields.Float(required=True, metadata={"description": "From 0 to 100."})


class LimitsSchema(AnswerSchema):
    """What one request may ask of this service."""

    articles = integer("Articles per request.")
    article_characters = integer("Characters per article.", attribute="characters")
    request_characters = integer("Characters in all articles of a request.")
    seconds = integer("Seconds until an answer, or a problem `time-limit`, which would be the same next time.")


class VersionSchema(AnswerSchema):
    """SHA-256 digests of everything that the answers depend on, and how accurate they are."""

    version = string("The version of the service and its contract.")
    code = string("Digest of the code that determines the answers.", attribute="build.code")
    models = string("Digest of the language models.", attribute="build.models")
    weights = string("Digest of the learned weights and the word lists.", attribute="build.weights")
    precision = string(
        "The numbers that the language models compute with, the fastest ones on this processor: `float32` "
        "or `int8`; null until the models are loaded.",
        allow_none=True,
    )
    store = string("Revision of the store's tables; null without a store.", allow_none=True)
    limits = fields.Nested(
        LimitsSchema, required=True, metadata={"description": "What one request may ask of this service."}
    )
    accuracy = several(FigureSchema, "The latest measured figures.", attribute="figures")
    is_measured_build = fields.Boolean(
        required=True,
        metadata={"description": "Whether they were measured with exactly this code, these models and weights."},
    )
