"""Reporting clauses: the cue, whose words it reports, and which words."""

from dataclasses import dataclass

import pytest

from service.attribution.reporting.clauses import Pattern, cue_span, find_reporting_clauses
from tests.attribution.parses import parsed
from tests.attribution.readings import clauses_of


@dataclass(frozen=True)
class Clause:
    """A reporting clause in words."""

    cue: str
    source: str | None
    content: str | None = None


def clauses(notation: str) -> list[Clause]:
    annotated, found = clauses_of(notation)
    parse = annotated.parse
    return [
        Clause(
            clause.cue.text,
            None if clause.source is None else parse.words[clause.source].text,
            None if clause.content is None else parse.span(clause.content[0], clause.content[1] - 1).text,
        )
        for clause in found
    ]


def the_clause(notation: str, cue: str) -> Clause:
    return next(clause for clause in clauses(notation) if clause.cue.startswith(cue))


def test_a_noun_that_is_parsed_as_a_verb_reports_nothing():
    found = clauses(
        "Lee/nsubj/called/PERSON called/root the salaries/obj/called claim/acl/salaries “ a trap/obj/claim ” ."
    )
    assert [clause.cue for clause in found] == ["called"]


def test_a_participle_that_keeps_its_form_reports():
    found = clauses(
        "Lee/nsubj/left/PERSON , branded/acl/Lee “ a ruin/obj/branded ” by Bo/nmod/ruin/PERSON , left/root ."
    )
    assert [(clause.cue, clause.source) for clause in found] == [("branded", "Bo")]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .",
            Clause("said", "Ann"),
            id="“…,” said X",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” Ann_Lee/nsubj/said/PERSON said/root .",
            Clause("said", "Ann"),
            id="“…,” X said",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root : “ We/nsubj/won won/ccomp/said . ”",
            Clause("said", "Ann"),
            id="X said: “…”",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/told , ” the mayor/nsubj/told told/root reporters/obj/told .",
            Clause("told reporters", "mayor"),
            id="“…,” X told reporters",
        ),
        pytest.param(
            "“ We/nsubj/won won/root , ” admits/parataxis/won Lee/obj/admits/PERSON .",
            Clause("admits", "Lee"),
            id="inverted, and parsed as an object",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” the former/amod/mayor mayor/nsubj/said , who/nsubj/lost "
            "lost/acl:relcl/mayor , said/root .",
            Clause("said", "mayor"),
            id="a relative clause between speaker and cue",
        ),
    ],
)
def test_the_clause_beside_a_quotation(notation: str, expected: Clause):
    clause = the_clause(notation, expected.cue)
    assert (clause.cue, clause.source) == (expected.cue, expected.source)


def test_who_asks_is_no_part_of_the_cue():
    assert [clause.cue for clause in clauses("“ How/root//ADV ? ” asked/parataxis/How Bob_Ray/obj/asked/PERSON .")] == [
        "asked"
    ]


def test_a_title_speaks_for_its_bearer():
    notation = "President/nsubj/said/PROPN Ann_Lee/flat/President/PERSON said/root so/advmod/said ."
    assert the_clause(notation, "said").source == "Ann"


@pytest.mark.parametrize(
    ("addressee", "cue"),
    [
        ("Sen./obj/told/PROPN Bo/flat/Sen./PERSON Ray/flat/Bo/PERSON", "told Sen. Bo Ray"),
        ("Mayor/iobj/told/PERSON Bo/flat/Mayor/PERSON Ray/flat/Mayor/PERSON", "told Mayor Bo Ray"),
        ("the Post/iobj/told/ORG Monday/obl/told/DATE", "told the Post"),
    ],
)
def test_a_cue_keeps_the_name_of_the_addressee_whole(addressee: str, cue: str):
    assert clauses(f"Ann_Lee/nsubj/told/PERSON told/root {addressee} : “ No/obj/told/INTJ . ”")[0].cue == cue


@pytest.mark.parametrize(
    "notation",
    [
        "a man/root//NOUN who/nsubj/calls calls/acl:relcl/man himself/obj/calls “ Tiny/obj/calls/PROPN ”",
        "a man/root//NOUN whom/obj/call friends/nsubj/call call/acl:relcl/man “ Tiny/xcomp/call/PROPN ”",
        "a bar/root//NOUN which/obj/call we/nsubj/call call/acl:relcl/bar “ the Hole/xcomp/call/PROPN ”",
    ],
)
def test_who_only_gives_a_name_reports_nothing(notation: str):
    assert clauses(notation) == []


def test_who_judges_reports():
    assert clauses("a bar/root//NOUN which/obj/called she/nsubj/called called/acl:relcl/bar “ a ruin/xcomp/called ”")
    assert clauses("she/nsubj/calls calls/root herself/obj/calls “ old/xcomp/calls/ADJ ”")


def test_verbs_between_marks_report_nothing():
    notation = "“ Ann_Lee/nsubj/said/PERSON said/ccomp/wrote so/advmod/said , ” wrote/root she/nsubj/wrote ."
    assert [clause.cue for clause in clauses(notation)] == ["wrote"]


def test_other_verbs_report_nothing():
    assert clauses("Ann_Lee/nsubj/ate/PERSON ate/root an apple/obj/ate .") == []


def test_said_is_a_cue_whatever_the_tagger_makes_of_it():
    assert clauses("“ No/root//INTJ , ” she/nsubj/said said/parataxis/No/ADJ .") == [Clause("said", "she", None)]


def test_a_noun_between_a_person_and_an_opening_mark_is_a_verb():
    found = clauses("Ann_Lee/root//PERSON opines/appos/Ann , “ We/nsubj/won won/parataxis/Ann . ”")
    assert [clause.cue for clause in found] == ["opines"]


@pytest.mark.parametrize(
    ("notation", "is_cue"),
    [
        pytest.param("“ Run/ccomp/read/VERB , ” the note/nsubj/read read/root .", True, id="behind its text"),
        pytest.param("The note/nsubj/read read/root : “ Run/ccomp/read/VERB . ”", True, id="before its text"),
        pytest.param("Ann_Lee/nsubj/read/PERSON read/root “ Run/obj/read/VERB . ”", False, id="somebody who reads"),
        pytest.param("read/root", False, id="nobody"),
    ],
)
def test_a_document_reads_its_text(notation: str, is_cue: bool):
    _, found = clauses_of(notation)
    assert any(clause.cue.text == "read" and clause.is_beside_speech for clause in found) is is_cue


def test_clauses_come_in_the_order_of_their_verbs():
    annotated, found = clauses_of("""
        Ann_Lee/nsubj/said/PERSON said/root so/advmod/said .

        According/case/police to/fixed/According/ADP police/obl/won , she/nsubj/won won/root .
    """)
    assert [clause.pattern for clause in found] == [Pattern.VERB, Pattern.ACCORDING_TO]
    assert [clause.verb for clause in found] == sorted(clause.verb for clause in found)
    assert find_reporting_clauses(annotated) == found


def test_a_parse_without_words_has_no_clauses():
    assert len(parsed("No/root//INTJ")) == 1
    assert clauses("No/root//INTJ") == []


def test_a_text_may_end_with_according():
    parse = parsed("It/nsubj/is is/root//AUX according/advmod/is/ADP")
    assert cue_span(parse, 2, None).text == "according"


def test_the_particle_of_a_verb_is_in_the_cue():
    _, (clause,) = clauses_of(
        "Ann_Lee/nsubj/pointed/PERSON pointed/root//VERB out/compound:prt/pointed/ADP that/mark/works it/nsubj/works "
        "works/ccomp/pointed//VERB ."
    )
    assert clause.cue.text == "pointed out"
