"""The form of the page."""

from service.ingestion.submissions import Submission
from service.web.page.forms import Form, form_of, form_of_submissions


def test_there_are_two_boxes_at_first():
    assert len(Form().boxes) == len(form_of([], [], action="read").boxes) == 2


def test_line_ends_are_as_they_were_pasted():
    assert form_of([""], ["one\r\n\r\ntwo"], action="read").boxes[0].text == "one\n\ntwo"


def test_fields_of_another_number_are_no_error():
    assert [box.outlet for box in form_of(["A"], ["x", "y"], action="read").boxes] == ["A", ""]


def test_empty_boxes_are_no_articles():
    form = form_of(["A", "B", " "], ["x", " \n", "z"], action="read")
    assert form.submissions() == (
        Submission("article 1", "x", outlet="A"),
        Submission("article 2", "z", outlet=None),
    )


def test_articles_can_be_put_into_boxes():
    form = form_of_submissions([Submission("a", "x", outlet="A"), Submission("b", "y")])
    assert [(box.outlet, box.text) for box in form.boxes] == [("A", "x"), ("", "y")]
