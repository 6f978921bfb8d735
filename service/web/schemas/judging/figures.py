"""Figures per outlet and speaker."""

from marshmallow import fields, validate

from service.web.schemas.answer import AnswerSchema, integer, several, string
from service.web.schemas.input import InputSchema

_CONTRADICTED = "In how many conflicts reports contradict {}; without those that an editor dismissed."


class FiguresSearchSchema(InputSchema):
    """How many figures to show."""

    limit = fields.Integer(
        load_default=50,
        validate=validate.Range(min=1, max=200),
        metadata={"description": "How many, the most quoted first."},
    )


class OutletFiguresSchema(AnswerSchema):
    """How often an outlet quotes, is contradicted and corrected."""

    outlet = string("The outlet.")
    n_articles = integer("The number of its articles.")
    n_quotations = integer("The number of their quotations.")
    n_contradicted = integer(_CONTRADICTED.format("its articles"))
    n_corrected = integer("In how many of those an editor has said that its report is wrong.")


class SpeakerFiguresSchema(AnswerSchema):
    """How often a speaker is quoted, and how often reports of that are contradicted and corrected."""

    speaker_id = string("Id of the speaker.")
    name = string("The fullest form of the name that an article uses, without titles.")
    n_quotations = integer("The number of quotations.")
    n_contradicted = integer(_CONTRADICTED.format("each other over the words or positions"))
    n_corrected = integer("In how many of those an editor has said that a report is wrong.")


class FiguresOfOutletsSchema(AnswerSchema):
    """Figures of the outlets with the most quotations."""

    outlets = several(OutletFiguresSchema, "The outlets, the most quotations first.")


class FiguresOfSpeakersSchema(AnswerSchema):
    """Figures of the speakers with the most quotations."""

    speakers = several(SpeakerFiguresSchema, "The speakers, the most quoted first.")
