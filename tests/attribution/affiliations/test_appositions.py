"""The words around a name that say what its bearer is."""

import pytest

from service.attribution.affiliations.appositions import apposition_end, described_ranges
from tests.attribution.parses import parsed, word_of


def descriptions(notation: str, name: str = "Ann Lee", *, of_body: bool = False) -> list[str]:
    """The words that describe the bearer of the name."""
    parse = parsed(notation)
    first, *rest = name.split()
    start = word_of(parse, first)
    found = described_ranges(parse, range(start, start + 1 + len(rest)), of_body=of_body)
    return [parse.span(words.start, words.stop - 1).text for words in found]


@pytest.mark.parametrize(
    ("notation", "description"),
    [
        ("Minister/compound/Ann/PROPN Ann_Lee/nsubj/said/PERSON said/root .", "Minister"),
        (
            "A lawyer/nsubj/said for/case/Bo Bo_Ray/nmod/lawyer/PERSON , Ann_Lee/appos/lawyer/PERSON , said/root .",
            "lawyer",
        ),
        ("Mayor/nsubj/said/PERSON Ann/flat/Mayor/PERSON Lee/flat/Mayor/PERSON said/root .", "Mayor"),
        (
            "Japan/nmod:poss/Minister/LOC ’s Foreign/amod/Minister/PROPN Minister/compound/Ann/PROPN "
            "Ann_Lee/nsubj/said/PERSON said/root .",
            "Japan’s Foreign Minister",
        ),
        (
            "Former/amod/envoy South_Korean/amod/envoy/NORP envoy/compound/Ann Ann_Lee/nsubj/said/PERSON said/root .",
            "Former South Korean envoy",
        ),
        (
            "The minister/nsubj/said of finance/nmod/minister Ann_Lee/appos/minister/PERSON said/root .",
            "minister of finance",
        ),
        (
            "A local/amod/farmer farmer/nsubj/said , Ann_Lee/appos/farmer/PERSON , said/root so/advmod/said .",
            "local farmer",
        ),
        (
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , the mayor/appos/Ann of "
            "Delta/nmod/mayor/LOC .",
            "the mayor of Delta",
        ),
        (
            "Ann_Lee/nsubj/left/PERSON , the mayor/appos/Ann of Delta/nmod/mayor/LOC , left/root .",
            "the mayor of Delta",
        ),
        ("Ann_Lee/nsubj/left/PERSON , 43/appos/Ann/NUM , a nurse/appos/Ann , left/root .", "a nurse"),
        (
            "Mayor/compound/Ann/PROPN ( D/appos/Mayor/PROPN ) Ann_Lee/nsubj/left/PERSON left/root .",
            "Mayor (D)",
        ),
        (
            "Judge/compound/Ann/PROPN and Poet/conj/Judge/PROPN Ann_Lee/nsubj/left/PERSON left/root .",
            "Judge and Poet",
        ),
        (
            "Ann_Lee/nsubj/left/PERSON , a Delta/compound/based/LOC - based/amod/lawyer/VERB "
            "lawyer/appos/Ann , left/root .",
            "a Delta-based lawyer",
        ),
        (
            "Ann_Lee/nsubj/left/PERSON ( D/appos/Ann/PROPN ) , a senator/appos/Ann , left/root .",
            "a senator",
        ),
        (
            "Ann_Lee/nsubj/left/PERSON , who/nsubj/mayor is/cop/mayor the mayor/acl:relcl/Ann/NOUN of "
            "Delta/nmod/mayor/LOC , left/root .",
            "the mayor of Delta",
        ),
        (
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , who/nsubj/envoy was/cop/envoy "
            "Japan/nmod:poss/envoy/LOC ’s deputy/amod/envoy envoy/acl:relcl/Ann/NOUN .",
            "Japan’s deputy envoy",
        ),
        (
            "Ann_Lee/nsubj/told/PERSON , a resident/appos/Ann of Delta/nmod/resident/LOC told/root us/obj/told .",
            "a resident of Delta",
        ),
        (
            "Ann_Lee/nsubj/left/PERSON , a juggler/appos/Ann from Delta/nmod/juggler/LOC , left/root .",
            "a juggler from Delta",
        ),
        (
            "Ann_Lee/nsubj/left/PERSON , founding/amod/director/VERB director/appos/Ann of "
            "Acme/nmod/director/ORG , left/root .",
            "founding director of Acme",
        ),
        (
            "University/compound/doctor/ORG of/case/Delta/ORG Delta/nmod/University/ORG doctor/compound/Ann "
            "Ann_Lee/nsubj/said/PERSON said/root .",
            "University of Delta doctor",
        ),
        (
            "The doctor/nsubj/left , Dr/appos/doctor/PROPN Ann_Lee/flat/Dr/PERSON , left/root .",
            "doctor",
        ),
        (
            "Ann_Lee/nsubj/left/PERSON , Kim/nmod:poss/lawyer/PERSON ’s lawyer/appos/Ann , left/root .",
            "Kim’s lawyer",
        ),
        (
            "Ann_Lee/nsubj/told/PERSON , the mayor/appos/Ann told/root us/obj/told .",
            "the mayor",
        ),
        (
            "The professor/nsubj/left in law/nmod/professor Ann/flat/law/PERSON Lee/flat/Ann/PERSON left/root .",
            "professor in law",
        ),
        (
            "A nurse/nsubj/left , surnamed/acl/nurse Lee/xcomp/surnamed/PERSON , left/root .",
            "nurse",
        ),
    ],
)
def test_titles_and_appositions(notation: str, description: str):
    name = "Ann Lee" if "Ann" in notation else "Lee"
    assert description in descriptions(notation, name)


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("Ann_Lee/nsubj/said/PERSON said/root .", id="nothing around"),
        pytest.param("Monday/obl/left/DATE Ann_Lee/nsubj/left/PERSON left/root .", id="a date before the name"),
        pytest.param(
            "The mayor/nsubj/left ( Ann_Lee/appos/mayor/PERSON ) left/root .", id="the name itself in brackets"
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , accompanied/acl/Ann by the mayor/obl/accompanied , left/root .",
            id="her company",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , along/advmod/left with the mayor/obl/left , left/root .",
            id="somebody with her",
        ),
        pytest.param(
            "Of/case/Ann Ann_Lee/nmod/adds/PERSON , the mayor/nsubj/adds adds/root little/obj/adds .",
            id="the subject of the next verb",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , Bo_Kim/conj/Ann/PERSON the mayor/appos/Bo , left/root .",
            id="another name first",
        ),
        pytest.param("Last/amod/week week/obl/left Ann_Lee/nsubj/left/PERSON left/root .", id="a time before the name"),
        pytest.param(
            "DELTA/root//LOC ( AP/compound/change/ORG ) - Climate/compound/change "
            "change/appos/DELTA Ann_Lee/dep/DELTA/PERSON",
            id="the line before a report",
        ),
        pytest.param("On/case/Monday Monday/obl/said/DATE Ann_Lee/nsubj/said/PERSON said/root .", id="a day"),
        pytest.param("Ann_Lee/nsubj/left/PERSON , in the rain/obl/left , left/root .", id="no role between the commas"),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , who/nsubj/lost lost/acl:relcl/Ann a house/obj/lost , left/root .",
            id="a relative clause without a role",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , who/nsubj/hurt was/aux:pass/hurt hurt/acl:relcl/Ann by a coach/obl/hurt , "
            "left/root .",
            id="who acts on her",
        ),
        pytest.param("The farmer/nsubj/met met/root Ann_Lee/obj/met/PERSON .", id="somebody else, parted by the verb"),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , said/parataxis/left the mayor/nsubj/said , left/root .",
            id="the clause of somebody else",
        ),
        pytest.param(
            "Welcomed/advcl/said/VERB by/case/Ann Ann_Lee/obl/Welcomed/PERSON , the novelist/appos/Ann "
            "Tom_Reed/appos/novelist/PERSON said/root/VERB .",
            id="a second name with its title",
        ),
    ],
)
def test_nothing_describes_her(notation: str):
    assert descriptions(notation) == []


def test_two_posts_are_one_description():
    notation = (
        "Ann_Lee/nsubj/left/PERSON , a diplomat/appos/Ann and adviser/conj/diplomat at the "
        "Port_Office/nmod/adviser/ORG , "
        "left/root ."
    )
    assert descriptions(notation) == ["a diplomat and adviser at the Port Office"]


def test_a_title_and_an_apposition_are_two_descriptions():
    notation = "Professor/compound/Ann/PROPN Ann_Lee/nsubj/left/PERSON , a judge/appos/Ann , left/root ."
    assert descriptions(notation) == ["Professor", "a judge"]


def test_a_body_is_described_by_nouns_for_bodies():
    notation = "The Sentinel/nsubj/wrote/ORG , a daily/amod/newspaper newspaper/appos/Sentinel , wrote/root ."
    assert descriptions(notation, "Sentinel", of_body=True) == ["a daily newspaper"]
    assert descriptions(notation, "Sentinel") == []


@pytest.mark.parametrize(
    ("notation", "apposition"),
    [
        ("mayor/root//NOUN of Delta/nmod/mayor/LOC , said/parataxis/mayor so/advmod/said", "mayor of Delta"),
        ("mayor/root//NOUN who/nsubj/lost lost/acl:relcl/mayor", "mayor"),
        ("mayor/root//NOUN said/parataxis/mayor so/advmod/said", "mayor"),
        ("mayor/root//NOUN she/nsubj/said said/parataxis/mayor", "mayor"),
        ("mayor/root//NOUN , it/nsubj/is is/parataxis/mayor", "mayor"),
        ("mayor/root//NOUN . She/nsubj/said said/parataxis/mayor", "mayor"),
        ("mayor/root//NOUN , and judge/conj/mayor , said/parataxis/mayor", "mayor, and judge"),
        ("mayor/root//NOUN", "mayor"),
    ],
)
def test_an_apposition_ends_where_the_sentence_goes_on(notation: str, apposition: str):
    parse = parsed(notation)
    assert parse.span(0, apposition_end(parse, 0, len(parse)) - 1).text == apposition


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("Talking/advcl/left to/case/nurse a nurse/obl/Talking , Ann_Lee/nsubj/left/PERSON left/root .",
                     id="the comma ends a clause"),
        pytest.param("Ann_Lee/nsubj/met/PERSON , and the sheriff/conj/Ann , Bo_Ray/appos/sheriff/PERSON , met/root .",
                     id="the next one"),
    ],
)  # fmt: skip
def test_others_are_no_description(notation: str):
    assert descriptions(notation) == []


def test_what_she_was_made_is_a_description():
    notation = (
        "Ann_Lee/nsubj/left/PERSON , who/nsubj/named was/aux:pass/named named/acl:relcl/Ann coach/xcomp/named/NOUN by "
        "the board/obl/named , left/root ."
    )
    assert descriptions(notation) == ["named coach"]
