"""Who wrote a document that speaks for its author."""

import pytest

from service.attribution.coreference.document_authors import authors_of
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of


@pytest.mark.parametrize(
    "notation",
    [
        "Lee/nmod:poss/letter/PERSON ’s letter/nsubj/says says/root it/nsubj/works works/ccomp/says .",
        "A letter/nsubj/says from Lee/nmod/letter/PERSON says/root it/nsubj/works works/ccomp/says .",
        "A letter/nsubj/says sent/acl/letter by Lee/obl/sent/PERSON says/root it/nsubj/works works/ccomp/says .",
        "Lee/nsubj/wrote/PERSON wrote/root a letter/obj/wrote .",
        "Lee/nsubj/said/PERSON said/root it/nsubj/works works/ccomp/said in a letter/obl/said .",
        "Lee/nsubj/author/PERSON is/cop/author the author/root/_/NOUN of the letter/nmod/author .",
    ],
)
def test_an_author_is_named_in_many_ways(notation: str):
    annotated = annotated_of(notation)
    found = {annotated.parse.words[word].text for word in authors_of(annotated, word_of(annotated.parse, "letter"))}
    assert found & {"Lee", "author"}


def test_a_house_has_no_author():
    annotated = annotated_of("Lee/nmod:poss/house/PERSON ’s house/nsubj/burnt burnt/root .")
    assert list(authors_of(annotated, word_of(annotated.parse, "house"))) == []


def test_who_only_receives_a_letter_has_not_written_it():
    annotated = annotated_of("A letter/nsubj/says sent/acl/letter to Lee/obl/sent/PERSON says/root so/advmod/says .")
    assert list(authors_of(annotated, word_of(annotated.parse, "letter"))) == []
