"""Ids made of content."""

from service.linking.content_ids import identify


def test_the_order_of_the_parts_does_not_matter():
    assert identify("t", ("a", "b")) == identify("t", ("b", "a"))


def test_other_parts_have_another_id():
    assert identify("t", ("a", "b")) != identify("t", ("ab",))


def test_an_id_says_what_it_is_of():
    assert identify("t", ("a",)).startswith("t")
    assert len(identify("t", ("a",))) == len("t") + 12


def test_broken_text_has_an_id_too():
    assert identify("t", ("\ud800",))
