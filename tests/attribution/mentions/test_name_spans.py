"""Which words of an article are one name."""

import pytest

from service.attribution.mentions.name_spans import find_name_spans
from tests.attribution.parses import parsed

TWICE = "Lee/nsubj/won/PERSON won/root .\nLee/nsubj/smiled/PERSON smiled/root ."


def people(notation: str) -> list[str]:
    parse = parsed(notation)
    return [parse.span(first, last).text for first, last, kind in find_name_spans(parse) if kind == "PERSON"]


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        pytest.param("Ann/nsubj/said/PERSON van/flat/Ann/X der/flat/Ann/X Berg/flat/Ann/PERSON said/root .",
                     "Ann van der Berg", id="small words inside"),
        pytest.param("Magistrate/nsubj/said/PERSON Ann/flat/Magistrate/PERSON Lee/flat/Magistrate/PERSON said/root .",
                     "Ann Lee", id="a post taken in"),
        pytest.param("Dean/nsubj/said/PERSON Ray/flat/Dean/PERSON Lee/flat/Dean/PERSON said/root .",
                     "Dean Ray Lee", id="a given name that is a post, too"),
        pytest.param("Det/nsubj/said/PERSON Chief/flat/Det/PERSON Insp/flat/Det/PERSON Ann/flat/Det/PERSON "
                     "Lee/flat/Det/PERSON said/root .", "Ann Lee", id="a rank taken in"),
        pytest.param("Sgt/compound/Lee/PROPN Lt/compound/Lee/PERSON -/punct/Col/PERSON Col/compound/Lee/PERSON "
                     "Ann/compound/Lee/PERSON Lee/nsubj/said/PERSON said/root .", "Ann Lee", id="ranks in a row"),
        pytest.param("Cllr/compound/Lee/PROPN Ann/compound/Lee/PERSON Lee/nsubj/said/PERSON said/root .",
                     "Ann Lee", id="a rank before it"),
        pytest.param("Omar/nmod:desc/Ray/PROPN Ray/nsubj/said/PERSON Lee/flat/Ray/PERSON said/root .",
                     "Omar Ray Lee", id="a given name that the parse takes for a title"),
        pytest.param("ANN/nsubj/SAID/PERSON LEE/flat/ANN/PERSON SAID/root//VERB .", "ANN LEE", id="in capitals"),
        pytest.param("LEE/root//PROPN : “ No/discourse/LEE/INTJ . ”", "LEE", id="a label"),
        pytest.param("Mayor/nsubj/said/LOC Ann/flat/Mayor/LOC Hall/flat/Mayor/LOC said/root .",
                     "Ann Hall", id="no place"),
        pytest.param("Ann_Lee/nsubj/said/PERSON Monday/flat/Ann/PERSON said/root .", "Ann Lee", id="a day taken in"),
        pytest.param("XN/compound/Lee/PROPN Lee/nsubj/said/PERSON said/root .", "XN Lee", id="initials in one"),
        pytest.param("Ann/nsubj/said/PERSON Hunter/flat/Ann/PROPN said/root .", "Ann Hunter", id="a trade as surname"),
        pytest.param("Ann/nsubj/won/PERSON Lee/flat/Ann/PERSON Rebukes/flat/Ann/PERSON Rival/obj/won won/root",
                     "Ann Lee", id="a headline's verb taken in"),
        pytest.param("Ann/root//PERSON Lee/flat/Ann/PERSON Rebukes/flat/Ann/PERSON Bo/flat/Ann/PERSON "
                     "Kim/flat/Ann/PERSON", "Ann Lee", id="a headline's verb and whom it hits taken in"),
        pytest.param("HE/nsubj/said/PERSON Ann/flat/HE/PERSON Lee/flat/HE/PERSON said/root .",
                     "Ann Lee", id="an excellency"),
        pytest.param("Ann/nsubj/won/PERSON Lee/flat/Ann/PERSON -/punct/Ann/PERSON led/flat/Ann/PERSON won/root .",
                     "Ann Lee", id="an adjective made of it"),
        pytest.param("Ann/nsubj/won/PERSON ―/punct/Ann/PERSON Lee/flat/Ann/PERSON won/root .",
                     "Ann", id="a dash inside"),
    ],
)  # fmt: skip
def test_a_name_is_mended(notation: str, name: str):
    assert people(notation) == [name]


@pytest.mark.parametrize(
    ("notation", "found"),
    [
        pytest.param("Ann/compound/Lee/PROPN Lee/nsubj/left/PROPN left/root .\n" + TWICE,
                     ["Lee", "Lee", "Ann Lee"], id="the full name"),
        pytest.param("Ann/compound/Lee/PROPN Lee/nsubj/left/PROPN left/root .\nLee/nsubj/won/PERSON won/root .",
                     ["Lee"], id="a surname that stands there once"),
        pytest.param("Ann/compound/Lee/PROPN Lee/root//PROPN .\n" + TWICE,
                     ["Lee", "Lee"], id="a heading, where every word looks like a name"),
        pytest.param("Ann/compound/Hall/PROPN Lee/compound/Hall/PROPN Hall/nsubj/left/PROPN left/root .\n" + TWICE,
                     ["Lee", "Lee"], id="a longer name"),
        pytest.param("Ann/compound/Hall/PROPN Hall/nsubj/left/PROPN left/root .", [], id="an unknown surname"),
    ],
)  # fmt: skip
def test_a_full_name_is_known_by_its_surname_elsewhere(notation: str, found: list[str]):
    assert people(notation) == found


@pytest.mark.parametrize(("given", "found"), [("Ann", ["Ann Lee", "Lee", "Lee"]), ("Harbour", ["Lee", "Lee"])])
def test_a_given_name_before_a_known_surname_makes_a_person_of_a_body(given: str, found: list[str]):
    assert people(f"{given}/compound/Lee/ORG Lee/nsubj/left/ORG left/root .\n" + TWICE) == found


def test_two_people_stay_two():
    assert people("Ann/nsubj/met/PERSON met/root Bo/obj/met/PERSON .") == ["Ann", "Bo"]


def test_a_rank_before_a_name_is_no_body():
    parse = parsed("Det/compound/Insp/ORG Insp/nsubj/said/PROPN Ann/flat/Insp/PERSON Lee/flat/Ann/PERSON said/root .")
    assert [parse.span(first, last).text for first, last, _ in find_name_spans(parse)] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        pytest.param("He/nsubj/said/PRON Mei/nsubj/said/PERSON said/root .", "He Mei", id="before a person"),
        pytest.param("He/nsubj/said/PRON Mei/nsubj/said/PROPN said/root .", "He Mei", id="before an unknown name"),
        pytest.param("He_Mei/nsubj/said/LOC said/root .", "He Mei", id="taken for a place"),
        pytest.param("He/nsubj/said/PRON , Mei/parataxis/said/PERSON , said/root .", "Mei", id="a pronoun"),
    ],
)
def test_a_surname_may_look_like_a_pronoun(notation: str, name: str):
    parse = parsed(notation)
    assert [(parse.span(first, last).text, kind) for first, last, kind in find_name_spans(parse)] == [(name, "PERSON")]


@pytest.mark.parametrize(
    ("notation", "names"),
    [
        ("Harbour/nsubj/fell/ORG &/cc/Sons/CCONJ Sons/conj/Harbour/ORG fell/root .", ["Harbour & Sons"]),
        ("Lee/nsubj/fell/PERSON &/cc/Sons/CCONJ Sons/conj/Lee/ORG fell/root .", ["Lee & Sons"]),
        ("Ann_Lee/nsubj/fell/PERSON &/cc/Bo/CCONJ Bo_Ray/conj/Ann/PERSON fell/root .", ["Ann Lee", "Bo Ray"]),
    ],
)
def test_a_firm_is_one_name(notation: str, names: list[str]):
    parse = parsed(notation)
    assert [parse.span(first, last).text for first, last, _ in find_name_spans(parse)] == names


def test_a_place_that_is_called_by_somebody_stays_one():
    parse = parsed("King/compound/Bridge/LOC Ann/compound/Bridge/LOC Bridge/nsubj/shut/LOC shut/root .")
    assert [(parse.span(first, last).text, kind) for first, last, kind in find_name_spans(parse)] == [
        ("King Ann Bridge", "LOC")
    ]
