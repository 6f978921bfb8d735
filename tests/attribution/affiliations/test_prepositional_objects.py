"""What follows a preposition after a position."""

import pytest

from service.attribution.affiliations.prepositional_objects import begins_position, named_run, read_object
from tests.attribution.parses import parsed, word_of


def words_of(parse, words: range) -> str:
    return parse.span(words.start, words.stop - 1).text if words else ""


@pytest.mark.parametrize(
    ("notation", "words", "is_named"),
    [
        ("The head/nsubj/left of the Harbour_Bank/nmod/head/ORG left/root .", "Harbour Bank", True),
        ("The head/nsubj/left of acme/nmod/head/ORG left/root .", "acme", True),
        ("The head/nsubj/left of 100_Voices/nmod/head/ORG today/advmod/left left/root .", "100 Voices", True),
        ("The head/nsubj/left of research/nmod/head left/root .", "research", False),
        (
            "The Minister/nsubj/left of the Coast/nmod/Minister/PROPN and Executive/amod/Director/PROPN "
            "Director/conj/Minister/PROPN of Acme/nmod/Director/ORG left/root .",
            "Coast",
            True,
        ),
        (
            "Head/nsubj/left of the Islamist/compound/paper/NORP paper/nmod/Head Port_News/appos/paper/ORG left/root .",
            "Port News",
            True,
        ),
        (
            "Head/nsubj/left of not-for/compound/profit/X - profit/nmod/Head Port_News/appos/profit/ORG left/root .",
            "Port News",
            True,
        ),
        (
            "The head/nsubj/left of the party/nmod/head and present/amod/mayor mayor/conj/head left/root .",
            "party",
            False,
        ),
    ],
)
def test_an_object_goes_without_its_article(notation: str, words: str, is_named: bool):
    parse = parsed(notation)
    start = word_of(parse, "of") + 1
    found = read_object(parse, start, word_of(parse, "left"))
    assert (words_of(parse, found.words), found.is_named) == (words, is_named)


def test_where_nothing_follows_there_is_no_object():
    parse = parsed("The head/nsubj/left of left/root .")
    start = word_of(parse, "of") + 1
    assert not read_object(parse, start, start).words


def test_a_name_ends_before_a_day():
    parse = parsed("The head/nsubj/left of Harbour_Bank/nmod/head/ORG Monday/obl:tmod/left/DATE left/root .")
    start = word_of(parse, "Harbour")
    assert words_of(parse, named_run(parse, start, word_of(parse, "left"))) == "Harbour Bank"


def test_a_name_goes_as_far_as_the_recognizer_takes_it():
    parse = parsed("Lee/nsubj/left of Music_in_Delta/nmod/Lee/ORG left/root .")
    assert words_of(parse, named_run(parse, word_of(parse, "Music"), word_of(parse, "left"))) == "Music in Delta"


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        ("The head/nsubj/met of Delta/nmod/head/LOC and Ann_Lee/conj/head/PERSON met/root .", "Delta"),
        ("The firm/nsubj/met of Bo_Kim/nmod/firm/PERSON and Ann_Lee/conj/Bo/PERSON met/root .", "Bo Kim and Ann Lee"),
        ("The head/nsubj/met of Kent/nmod/head/LOC and Delta/conj/Kent/LOC met/root .", "Kent and Delta"),
    ],
)
def test_a_name_ends_before_somebody_else(notation: str, name: str):
    parse = parsed(notation)
    assert words_of(parse, named_run(parse, word_of(parse, "of") + 1, word_of(parse, "met"))) == name


def test_a_position_begins_in_its_own_sentence():
    heads = "Lee/nsubj/met/PERSON met/root Head/obj/met/PROPN and Chief/conj/Head/PROPN"
    one = parsed(f"{heads} of Trade/nmod/Chief/PROPN")
    two = parsed(f"{heads}\nof Trade/root//PROPN")
    assert begins_position(one, word_of(one, "and"))
    assert not begins_position(one, word_of(one, "Head"))
    assert not begins_position(two, word_of(two, "and"))


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        pytest.param(
            "Head/nsubj/left of Trade/nmod/Head/PROPN Mr/compound/Lee/PROPN Lee/appos/Head/PERSON left/root .",
            "Trade",
            id="a title",
        ),
        pytest.param(
            "Envoy/nsubj/left to the Harbour_Lands/nmod/Envoy/LOC Ann_Lee/appos/Envoy/PERSON left/root .",
            "Harbour Lands",
            id="a name",
        ),
        pytest.param(
            "Spokesman/nsubj/left for House/compound/Speaker/ORG Speaker/nmod/Spokesman/PROPN "
            "Ann_Lee/flat/Speaker/PERSON left/root .",
            "House Speaker Ann Lee",
            id="a name behind its office",
        ),
        pytest.param(
            "Aide/nsubj/left to Delta/compound/Gov./LOC Gov./nmod/Aide/PROPN Ann_Lee/flat/Gov./PERSON left/root .",
            "Delta Gov. Ann Lee",
            id="a name behind a short office",
        ),
        pytest.param(
            "Aide/nsubj/left to Mr/compound/Lee/PROPN Ann_Lee/nmod/Aide/PERSON left/root .", "Mr Ann Lee", id="a person"
        ),
        pytest.param(
            "Mayor/nsubj/left of Delta/nmod/Mayor/LOC last/amod/week week/nmod/Mayor left/root .", "Delta", id="a time"
        ),
    ],
)
def test_an_object_ends_before_whoever_has_the_position(notation: str, words: str):
    parse = parsed(notation)
    found = read_object(parse, 2, word_of(parse, "left"))
    assert words_of(parse, found.words) == words
