"""What all answers share."""

from dataclasses import dataclass

from service.domain.queries import Page
from service.web.schemas.answer import AnswerSchema, moment, page, string


@dataclass(frozen=True)
class Ended:
    """Something that ends, or has not yet."""

    name: str
    ended_at: float | None


class EndedSchema(AnswerSchema):
    """Its answer."""

    name = string("Its name.")
    ended_at = moment("ended_at", "When it ended.", allow_none=True)


def test_moments_are_in_utc():
    assert EndedSchema().dump(Ended("a", 0.0)) == {"name": "a", "ended_at": "1970-01-01T00:00:00.000+00:00"}
    assert EndedSchema().dump(Ended("a", None))["ended_at"] is None


def test_answers_may_gain_fields():
    assert EndedSchema().load({"name": "a", "new": 1}, partial=True) == {"name": "a"}


def test_a_page_has_its_items_under_their_name_and_the_way_on():
    shown = page(EndedSchema, "ends", "The ends.")().dump(Page((Ended("a", None),), "next"))
    assert shown == {"ends": [{"name": "a", "ended_at": None}], "next": "next"}
