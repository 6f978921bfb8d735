"""Speech told from titles, terms and scare quotes."""

import pytest

from service.attribution.direct import speech as rules
from service.attribution.direct import surroundings_evidence as around
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
ZONE = "They/nsubj/want want/root a “ safe/amod/zone ” zone/obj/want ."
SONG = "They/nsubj/sang sang/root the song/obj/sang “ Home/appos/song ” ."
ACCORDING = "It/nsubj/was was/root “ bad/xcomp/was ” , according/case/Lee to/fixed/according Ann_Lee/obl/was/PERSON ."
ONE_WORD = "They/nsubj/want want/root a “ safe/amod/zone//ADJ ” zone/obj/want ."
NICKNAME = "Maria/nsubj/left/PROPN “ Mimi/flat/Maria//PROPN ” Diaz/flat/Maria//PROPN left/root ."
KNOWN = "a man/root//NOUN known/acl/man to fans/obl/known as/case/Bo “ Bo/obl/known//PROPN ”"
COMMA = "She/nsubj/said said/root , “ No/ccomp/said/INTJ . ”"
AGAIN = "A “ red/amod/line line/nsubj/is ” is/root a red/amod/line line/xcomp/is ."
RUN = "She/nsubj/said said/root “ run/ccomp/said//VERB home/advmod/run ” ."
THIRD = "It/nsubj/rained rained/root .\n\nIt/nsubj/snowed snowed/root .\n\n“ Over/root//ADV ! ”"
ARTICLES = {
    "again": AGAIN,
    "run": RUN,
    "third": THIRD,
    "said": SAID,
    "aside": ASIDE,
    "called": CALLED,
    "colon": COLON,
    "listed": LISTED,
    "of": OF,
    "open": OPEN,
    "carried": CARRIED,
    "zone": ZONE,
    "comma": COMMA,
    "song": SONG,
    "according": ACCORDING,
    "zone_of_one": ONE_WORD,
    "nickname": NICKNAME,
    "known": KNOWN,
}


@pytest.mark.parametrize(
    ("rule", "speaks", "is_silent"),
    [
        (rules.always, ["said", "aside"], []),
        (rules.length, ["said"], ["aside"]),
        (rules.has_verb, ["said", "open"], ["aside", "called"]),
        (rules.has_first_person, ["said"], ["open"]),
        (rules.ends_with_stop, ["carried"], ["said", "open"]),
        (rules.opens_with_capital, ["said", "called"], ["aside"]),
        (around.title_case, ["called"], ["said", "aside"]),
        (rules.opens_paragraph, ["said", "open"], ["aside", "colon"]),
        (around.naming_leads, ["called", "aside"], ["said"]),
        (rules.clause_touches, ["said"], ["aside"]),
        (rules.clause_governs, ["said"], ["aside"]),
        (around.modifies_noun, ["zone"], ["said", "open"]),
        (around.named_right_before, ["called", "known"], ["said", "of"]),
        (around.work_right_before, ["song"], ["said", "zone"]),
        (around.cue_before_in_sentence, ["comma"], ["said", "open"]),
        (around.according_to_in_sentence, ["according"], ["said", "zone"]),
        (around.opens_sentence, ["said", "open"], ["comma", "zone"]),
        (around.single_among_single, ["colon"], ["said"]),
        (around.adjective, ["zone_of_one"], ["said", "called"]),
        (around.name_only, ["nickname"], ["said", "zone"]),
        (around.inside_name, ["nickname"], ["said", "zone"]),
        (around.hangs_on_noun, ["zone"], ["said", "listed"]),
        (around.as_clause, ["said", "comma"], ["zone"]),
        (around.after_adjective, ["aside"], ["said", "zone"]),
        (around.opens_with_verb, ["run"], ["said", "zone"]),
        (around.object_of_verb, ["listed"], ["said", "zone"]),
        (around.repeated, ["again"], ["said", "zone"]),
        (around.opens_article, ["said", "zone"], ["third"]),
        (around.reports_often, ["said"], ["zone"]),
        (around.governed, ["said", "comma"], ["zone", "listed"]),
        (around.governed_by_cue, ["said", "comma"], ["zone", "listed"]),
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


@pytest.mark.parametrize("article", ["aside", "called"])
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
    assert around.title_case(contexts_of(notation)[0]) == strength
