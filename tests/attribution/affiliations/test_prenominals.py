"""Titles right before a name, and what stands in brackets after it."""

import pytest

from service.attribution.affiliations.prenominals import before_name, past_brackets
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "titles"),
    [
        ("Minister/compound/Ann/PROPN Ann_Lee/nsubj/said/PERSON said/root .", ["Minister"]),
        ("A local/amod/farmer farmer/nsubj/said , Ann_Lee/appos/farmer/PERSON , said/root .", ["local farmer"]),
        (
            "After/case/talks talks/obl/said with/case/mayor mayor/nmod/talks , Ann_Lee/nsubj/said/PERSON said/root .",
            [],
        ),
        ("They/nsubj/met met/root leaders/obj/met , Ann_Lee/nsubj/said/PERSON said/parataxis/met .", []),
        (
            "They/nsubj/met met/root one/obj/met of the leaders/nmod/one , Ann_Lee/appos/one/PERSON , met/root .",
            ["leaders"],
        ),
        (
            "The mother/nsubj/left of 12/nummod/Ann/NUM - year/compound/Ann - old/amod/Ann Ann_Lee/nmod/mother/PERSON "
            "left/root .",
            ["12-year-old"],
        ),
        (
            "A lawyer/nsubj/said for/case/Bo President/nmod:desc/Bo/PROPN Bo_Ray/nmod/lawyer/PERSON , "
            "Ann_Lee/appos/Bo/PERSON , said/root .",
            ["lawyer"],
        ),
        (
            "The wife/nsubj/said of/case/Bo the/det/Bo jailed/amod/senator/VERB senator/nmod:desc/Bo/NOUN "
            "Bo_Ray/nmod/wife/PERSON , Ann_Lee/appos/Bo/PERSON , said/root .",
            ["wife"],
        ),
        (
            "A lawyer/nsubj/said for/case/Reed Mr/nmod:desc/Reed/PROPN Reed/nmod/lawyer/PERSON , "
            "Ann_Lee/conj/Reed/PERSON , said/root .",
            ["lawyer"],
        ),
        (
            "A lawyer/nsubj/said representing/acl/lawyer/VERB the family/obj/representing of/case/Bo "
            "Bo_Ray/nmod/family/PERSON , Ann_Lee/appos/Bo/PERSON , said/root .",
            ["lawyer"],
        ),
        (
            "A lawyer/nsubj/said for/case/Bo Bo_Ray/nmod/lawyer/PERSON , Ann_Lee/conj/Bo/PERSON of/case/Acme "
            "Acme/nmod/Ann/PERSON &/cc/Acme/CCONJ Co/flat/Acme , said/root .",
            ["lawyer"],
        ),
        ("They/nsubj/met met/root//VERB the mayor/obj/met , Ann_Lee/nsubj/said/PERSON said/parataxis/met/VERB .", []),
        (
            "The Officer/nsubj/said ( CEO/appos/Officer ) of the Harbour_Bank/nmod/Officer/ORG , "
            "Ann_Lee/appos/Officer/PERSON , said/root .",
            ["Officer (CEO) of the Harbour Bank"],
        ),
        ("Analysts/nsubj/said at broker/nmod/Analysts Ann_Lee/flat/broker/PERSON said/root .", ["broker"]),
        (
            "According/case/officials to/fixed/According/ADP officials/obl/agreed/NOUN , Ann_Lee/nsubj/agreed/PERSON "
            "and/cc/Ray Ray/conj/Ann/PERSON agreed/root//VERB .",
            [],
        ),
        ("Then/advmod/said Ann_Lee/nsubj/said/PERSON said/root .", []),
        ("The/det/Ann elder/compound/Ann/NOUN Ann_Lee/nsubj/said/PERSON said/root .", []),
        (
            "Village/compound/elder/NOUN elder/compound/Ann/NOUN Ann_Lee/nsubj/said/PERSON said/root .",
            ["Village elder"],
        ),
    ],
)
def test_titles_and_descriptions_before_the_name(notation: str, titles: list[str]):
    parse = parsed(notation)
    ann = word_of(parse, "Ann")
    found = before_name(parse, range(ann, ann + 2), parse.sentence_words(parse.sentence(ann)))
    assert [parse.span(words.start, words.stop - 1).text.removeprefix("A ") for words in found] == titles


def test_a_bracket_after_the_name_is_passed():
    parse = parsed("Ann_Lee/nsubj/left/PERSON ( Greens/appos/Ann/PROPN ) left/root .")
    after = word_of(parse, "Lee") + 1
    stop = len(parse.words)
    assert parse.words[past_brackets(parse, after, stop)].text == "left"
    assert past_brackets(parse, word_of(parse, "left"), stop) == word_of(parse, "left")
