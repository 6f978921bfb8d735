"""Speech told from titles, terms and scare quotes."""

import pytest

from service.attribution.direct import non_speech_evidence as terms
from service.attribution.direct import speech as rules
from service.attribution.direct.speech import SpeechFunction, speech_probability
from tests.attribution.readings import contexts_of

SAID = "“ We/nsubj/won won/ccomp/said the race/obj/won , ” said/root Ann_Lee/nsubj/said/PERSON ."
ASIDE = "The so-called/amod/gift “ gift/nsubj/pleased ” pleased/root nobody/obj/pleased/PRON ."
CALLED = (
    "The film/nsubj:pass/called called/root “ The Long/amod/Road Road/obj/called Home/nmod/Road ” won/advcl/called ."
)
COLON = "A sign/nsubj/read read/root : ‘ Closed/obj/read until/case/May May/obl/Closed , ’"
LISTED = "They/nsubj/sang sang/root “ Home/obj/sang , ” loudly/advmod/sang ."
OF = "She/nsubj/spoke spoke/root of “ red/amod/lines lines/obl/spoke ” and of “ no/det/other other/conj/lines ” ."
OPEN = "“ It/nsubj/is is/root over/advmod/is"
CARRIED = """
    “ It/nsubj/is is/root over/advmod/is !

    “ Over/root//ADV ! ”
"""
TERMED = """
    The “ deal/nsubj/failed ” failed/root .
    A “ deal/nsubj/fails ” fails/root .
    No/det/deal “ deal/nsubj/works ” works/root .
"""
ZONE = "They/nsubj/want want/root a “ safe/amod/zone ” zone/obj/want ."
COMMA = "She/nsubj/said said/root , “ No/ccomp/said/INTJ . ”"
ARTICLES = {
    "said": SAID,
    "aside": ASIDE,
    "called": CALLED,
    "colon": COLON,
    "listed": LISTED,
    "of": OF,
    "open": OPEN,
    "carried": CARRIED,
    "termed": TERMED,
    "zone": ZONE,
    "comma": COMMA,
}


@pytest.mark.parametrize(
    ("rule", "speaks", "is_silent"),
    [
        (rules.always, ["said", "aside"], []),
        (rules.length, ["said"], ["aside"]),
        (rules.one_or_two_words, ["aside", "of"], ["said", "called"]),
        (rules.three_to_five_words, ["said", "called"], ["aside"]),
        (rules.has_verb, ["said", "open"], ["aside", "called"]),
        (rules.has_first_person, ["said"], ["open"]),
        (rules.ends_with_comma, ["said", "colon"], ["aside"]),
        (rules.ends_with_stop, ["carried"], ["said", "open"]),
        (rules.opens_with_capital, ["said", "called"], ["aside"]),
        (terms.title_case, ["called"], ["said", "aside"]),
        (terms.one_capital, ["listed"], ["said", "aside"]),
        (rules.single_marks, ["colon"], ["said"]),
        (rules.opens_paragraph, ["said", "open"], ["aside", "colon"]),
        (terms.article_leads, ["termed", "zone"], ["said", "open"]),
        (terms.noun_follows, ["zone"], ["said", "open"]),
        (terms.naming_leads, ["called", "aside"], ["said"]),
        (rules.preposition_leads, ["of"], ["said", "open"]),
        (rules.colon_leads, ["colon"], ["said", "open"]),
        (rules.comma_leads, ["comma"], ["said", "open"]),
        (rules.clause_touches, ["said"], ["aside"]),
        (rules.clause_in_sentence, ["said"], ["aside"]),
        (rules.clause_governs, ["said"], ["aside"]),
        (rules.never_closed, ["open"], ["said", "carried"]),
        (rules.carried_on, ["carried"], ["said", "open"]),
        (terms.verb_follows, ["aside", "termed"], ["said", "open"]),
        (terms.repeated_term, ["termed"], ["said", "aside"]),
        (terms.work_in_list, ["listed"], ["said", "aside"]),
    ],
)
def test_a_rule_speaks(rule: SpeechFunction, speaks: list[str], is_silent: list[str]):
    assert [name for name in speaks if not rule(contexts_of(ARTICLES[name])[0]) > 0] == []
    assert [name for name in is_silent if rule(contexts_of(ARTICLES[name])[0]) != 0] == []


def test_a_paragraph_that_quotes_somebody_goes_on_quoting():
    said = "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON . “ Never/parataxis/No/ADV . ”"
    first, second = contexts_of(said)
    assert (rules.speech_in_paragraph(first), rules.speech_in_paragraph(second)) == (0, 1)


@pytest.mark.parametrize("article", ["said", "carried"])
def test_what_is_speech_is_likely(article: str):
    assert speech_probability(contexts_of(ARTICLES[article])[0]) > speech_probability(contexts_of(ASIDE)[0])


@pytest.mark.parametrize("article", ["aside", "called", "termed"])
def test_what_is_no_speech_is_unlikely(article: str):
    assert speech_probability(contexts_of(ARTICLES[article])[0]) < 0.5 < speech_probability(contexts_of(SAID)[0])


@pytest.mark.parametrize(
    ("notation", "strength"),
    [
        pytest.param("A “ Long/amod/Road Road/root//NOUN 1973/nummod/Road ” .", 1.0, id="a title with a year"),
        pytest.param("A “ Long/amod/road road/root//NOUN home/nmod/road ” .", 0.0, id="no title"),
    ],
)
def test_a_number_has_no_capital(notation: str, strength: float):
    assert terms.title_case(contexts_of(notation)[0]) == strength


@pytest.mark.parametrize(
    ("notation", "strength"),
    [
        pytest.param("The “ red/amod/line line/nsubj/failed ” failed/root .", 1.0, id="and as a subject"),
        pytest.param("They/nsubj/drew drew/root a “ red/amod/line line/obj/drew ” .", 1.0, id="and not as a report"),
        pytest.param("He/nsubj/said said/root “ red/amod/line line/obj/said ” .", 0.0, id="as a report"),
        pytest.param(
            "He/nsubj/said said/root so/advmod/said , “ red/amod/line line/obl/said , ” adding/advcl/said .",
            0.0,
            id="before a participle",
        ),
    ],
)  # fmt: skip
def test_words_used_again_are_a_term(notation: str, strength: float):
    again = "No/det/line red/amod/line line/nsubj/works works/root ."
    assert terms.repeated_term(contexts_of(f"{notation}\n{again}")[0]) == strength
