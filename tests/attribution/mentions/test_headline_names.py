"""Names in headlines."""

import pytest

from service.attribution.mentions.name_spans import find_name_spans
from tests.attribution.parses import parsed

LEE = "\n\nAnn_Lee/nsubj/spoke/PERSON spoke/root ."


@pytest.mark.parametrize(
    ("headline", "text", "name"),
    [
        pytest.param("Ann_Lee_Hammers/root//PERSON rival/obj/Ann/NOUN", LEE, "Ann Lee", id="a verb"),
        pytest.param("Ann_Lee_Hammers/root//PERSON rival/obj/Ann/NOUN", "", "Ann Lee Hammers", id="named nowhere else"),
        pytest.param("Ann_Lee_Ortiz/root//PERSON rival/obj/Ann/NOUN", LEE, "Ann Lee Ortiz", id="no verb"),
        pytest.param("Ann_Lee_Hammers/nsubj/won/PERSON won/root .", LEE, "Ann Lee Hammers", id="a sentence"),
    ],
)
def test_the_verb_of_a_headline_is_no_name(headline: str, text: str, name: str):
    parse = parsed(headline + text)
    first, last, _ = find_name_spans(parse)[0]
    assert parse.span(first, last).text == name
