"""What a noun can stand for."""

import pytest

from service.attribution.vocabulary.nouns import (
    is_agent,
    is_bracketed,
    is_role_noun,
    kinds_of_nouns,
    may_be_taken_up,
    noun_lemma,
    nouns_of_title,
)
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("minister", "role"),
        ("farmer", "role"),
        ("ex-member", "role"),
        ("chairman-elect", "role"),
        ("volcanologist", "role"),
        ("agronomist", "role"),
        ("residents", "group"),
        ("police", "group"),
        ("ministry", "organization"),
        ("company", "organization"),
        ("treaty", "document"),
        ("report", "document"),
    ],
)
def test_nouns_for_who_or_what_speaks(noun: str, kind: str):
    assert kind in kinds_of_nouns(noun)


@pytest.mark.parametrize("noun", ["bridge", "missile", "tomorrow", ""])
def test_things_do_not_speak(noun: str):
    assert kinds_of_nouns(noun) == set()


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("ministers", "minister"),
        ("ministries", "ministry"),
        ("Policewomen", "policewoman"),
        ("Farmers", "farmer"),
        ("bosses", "boss"),
    ],
)
def test_plurals_have_the_form_of_the_list_whatever_the_parser_says(word: str, lemma: str):
    assert noun_lemma(parsed(f"{word}/root//PROPN"), 0) == lemma


def test_a_role_noun_is_a_noun():
    assert is_role_noun(parsed("minister/root//NOUN"), 0)
    assert not is_role_noun(parsed("minister/root//VERB"), 0)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Lee/nsubj:pass/asked asked/root by/case/Ray Ray/obl/asked", True),
        ("Lee/nsubj:pass/asked asked/root with/case/Ray Ray/obl/asked", False),
        ("books/root by/case/Ray Ray/nmod/books", False),
    ],
)
def test_an_agent_acts_in_the_passive(notation: str, expected: bool):
    parse = parsed(notation)
    assert is_agent(parse, word_of(parse, "Ray")) is expected


def test_a_body_has_nouns_of_its_own():
    newspaper = parsed("newspaper/root//NOUN")
    assert is_role_noun(newspaper, 0, of_body=True)
    assert not is_role_noun(newspaper, 0)


@pytest.mark.parametrize(("notation", "expected"), [("( CEO/obj/left )", True), ("( the CEO/obj/left )", False)])
def test_a_short_form_stands_alone_in_brackets(notation: str, expected: bool):
    parse = parsed(f"Ann_Lee/nsubj/left/PERSON left/root {notation} .")
    assert is_bracketed(parse, word_of(parse, "CEO")) is expected


@pytest.mark.parametrize(("title", "noun"), [("Sen.", "senator"), ("Prof", "professor"), ("Harbour", None)])
def test_a_title_tells_what_somebody_is(title: str, noun: str | None):
    assert nouns_of_title(parsed(f"{title}/root//PROPN"), 0) == (frozenset() if noun is None else {noun})


@pytest.mark.parametrize(
    ("description", "noun", "expected"),
    [("DSO", "dso", True), ("old mayor", "mayor", True), ("old table", "table", False)],
)
def test_nouns_for_speakers_and_capitals_may_be_taken_up(description: str, noun: str, expected: bool):
    assert may_be_taken_up(description, noun) is expected
