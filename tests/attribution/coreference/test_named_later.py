"""Somebody described first and named later."""

import pytest

from service.attribution.coreference.named_later import explaining_name
from service.domain.quotations import MentionKind
from tests.attribution.readings import annotated_of, resolver_of, who

MAYOR = "Ann_Lee/nsubj/left/PERSON , the mayor/appos/Ann of Delta/nmod/mayor/LOC , left/root ."
OTHER = MAYOR.replace("Ann", "Bo")
SPEAKS = "“ No/root//INTJ , ” said/parataxis/No {} mayor/nsubj/said ."


@pytest.mark.parametrize(
    ("lines", "description", "name"),
    [
        pytest.param((SPEAKS.format("the"), MAYOR), "the mayor", "Ann Lee", id="the one who has the post"),
        pytest.param((SPEAKS.format("the"), MAYOR, OTHER), "the mayor", "mayor", id="two have it"),
        pytest.param((SPEAKS.format("a"), MAYOR), "a mayor", "mayor", id="one of several"),
        pytest.param((SPEAKS.format("the old/amod/mayor"), MAYOR), "the old mayor", "old mayor", id="more is said"),
        pytest.param((SPEAKS.format("the").replace("mayor", "nurse"), MAYOR.replace("mayor", "nurse")),
                     "the nurse", "nurse",
                     id="a post that many have"),
        pytest.param((SPEAKS.format("Delta/nmod:poss/mayor/LOC ’s").replace("the ", ""), MAYOR), "Delta’s mayor",
                     "Ann Lee", id="the post and its place"),
        pytest.param((SPEAKS.format("Kent/nmod:poss/mayor/LOC ’s"), MAYOR), "Kent’s mayor", "Kent’s mayor",
                     id="of another place"),
    ],
)  # fmt: skip
def test_named_later(lines: tuple[str, ...], description: str, name: str):
    assert who("\n\n".join(lines), description) == name


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param("a member/nsubj/said of the board/nmod/member and a former/amod/mayor mayor/conj/board "
                     ", Ann_Lee/appos/mayor/PERSON", "Ann Lee", id="a second post before the name"),
        pytest.param("the secretary/nsubj/said of the board/nmod/secretary and present/amod/mayor "
                     "mayor/compound/Ann Ann_Lee/nmod/secretary/PERSON", "Ann Lee", id="the post of today"),
        pytest.param("the professor/nsubj/said at the Delta_Institute/nmod/professor/ORG "
                     "Ann_Lee/flat/Delta/PERSON", "Ann Lee", id="an organization before the name"),
        pytest.param("a lawyer/nsubj/said for/case/Reed Mr/nmod:desc/Reed/PROPN Reed/nmod/lawyer/PERSON , "
                     "Ann_Lee/conj/Reed/PERSON ,", "Ann Lee", id="a client before the name"),
        pytest.param("the ambassador/nsubj/said to Delta/nmod/ambassador/LOC Ann_Lee/flat/Delta/PERSON", "Ann Lee",
                     id="a place before the name"),
        pytest.param("the lawyer/nsubj/said for the guards/nmod/lawyer , Ann_Lee/appos/guards/PERSON ,",
                     "Ann Lee", id="nobody else whose the name can be"),
        pytest.param("the brother/nsubj/said of the mayor/nmod/brother , Ann_Lee/appos/mayor/PERSON ,",
                     "brother of the mayor", id="the name may be the mayor's"),
        pytest.param("Ann_Lee/nsubj/said/PERSON , once/advmod/mayor the mayor/appos/Ann of Delta/nmod/mayor/LOC ,",
                     "Ann Lee", id="a name, and what she once was"),
        pytest.param("Ann_Lee/nsubj/said/PERSON , until/case/year last/amod/year year/obl/said the mayor/appos/Ann "
                     "of Delta/nmod/mayor/LOC ,", "Ann Lee", id="a name, and what she was for a time"),
        pytest.param("actor/nsubj/said and sometime/advmod/barber barber/conj/actor Ann_Lee/flat/barber/PERSON",
                     "Ann Lee", id="a position of the past behind another"),
        pytest.param("co-author/nsubj/said and professor/conj/co-author Ann_Lee/appos/professor/PERSON",
                     "Ann Lee", id="two bare posts, and the name hangs on the second"),
        pytest.param("the author/nsubj/said and advocate/conj/author/VERB Ann_Lee/appos/author/PERSON",
                     "Ann Lee", id="the name hangs on the first"),
        pytest.param("his client/nsubj/said , the surgeon/appos/client Ann_Lee/appos/surgeon/PERSON ,",
                     "Ann Lee", id="a second description between the first and the name"),
        pytest.param("the judge/nsubj/said and her clerk/conj/judge Ann_Lee/appos/judge/PERSON",
                     "judge", id="a clerk is somebody else"),
        pytest.param("the doctor/nsubj/said and the mayor/conj/doctor , Ann_Lee/appos/mayor/PERSON",
                     "doctor", id="two people"),
        pytest.param("author/nsubj/said , poet/conj/author and former/amod/mayor mayor/conj/author "
                     "Ann_Lee/flat/mayor/PERSON", "Ann Lee", id="the first of three bare posts"),
        pytest.param("author/nsubj/said , poet/conj/author to the mayor/conj/author "
                     "Ann_Lee/flat/mayor/PERSON", "author", id="a preposition is no row"),
        pytest.param("one/nsubj/said/NUM of/case/them them/nmod/one , Ann_Lee/nsubj/said/PERSON", "Ann Lee",
                     id="the name of one of them"),
        pytest.param("one/nsubj/said/NUM of/case/them them/nmod/one to Ann_Lee/obl/said/PERSON", "one of them",
                     id="whom one of them told"),
        pytest.param("the spokesman/nsubj/said for the mayor/nmod/spokesman Ann_Lee/flat/mayor/PERSON",
                     "spokesman for the mayor Ann Lee", id="somebody speaks for her"),
    ],
)  # fmt: skip
def test_name_that_explains_a_description(subject: str, expected: str):
    annotated, resolver = resolver_of(f"“ No/root//INTJ , ” said/parataxis/No {subject} .")
    described = next(each for each in annotated.mentions if each.kind is MentionKind.DESCRIPTION)
    entity = resolver.entity(described)
    assert entity is not None
    assert entity.name == expected


def test_several_are_explained_by_no_name():
    annotated = annotated_of(
        "The doctors/nsubj/left at Delta_Hall/nmod/doctors/ORG Ann_Lee/flat/Delta/PERSON left/root ."
    )
    doctors = next(each for each in annotated.mentions if each.kind is MentionKind.DESCRIPTION)
    assert explaining_name(annotated, doctors) is None


def test_no_name_explains_a_row_with_several():
    annotated = annotated_of(
        "Author/nsubj/said , poets/conj/Author , singer/conj/Author and former/amod/mayor mayor/conj/Author "
        "Ann_Lee/flat/mayor/PERSON said/root ."
    )
    author = next(each for each in annotated.mentions if each.name == "Author")
    assert explaining_name(annotated, author) is None


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        pytest.param("give/acl:relcl/student her name/obj/give as Ann/obl/give/PERSON", "Ann", id="a name given"),
        pytest.param("identify/acl:relcl/student herself/obj/identify/PRON as Ann/obl/identify/PERSON", "Ann",
                     id="who identified herself"),
        pytest.param("saw/acl:relcl/student her brother/obj/saw as Ann/obl/saw/PERSON", "student", id="another verb"),
    ],
)  # fmt: skip
def test_whoever_gives_a_name_has_it(clause: str, name: str):
    verb = clause.split("/")[0]
    student = f"A student/nsubj/said , who/nsubj/{verb} would/aux/{verb} {clause}"
    said = f"{student} , said/root it/nsubj/works works/ccomp/said ."
    assert who(said, "A student") == name
