"""The title of a document, where the text marks it."""

import pytest

from service.attribution.coreference.work_titles import find_title
from tests.attribution.readings import annotated_of, mention_of


@pytest.mark.parametrize(
    ("notation", "document", "title"),
    [
        pytest.param(
            "A textbook/nsubj/says , “ Rivers/appos/textbook/PROPN of Delta/nmod/Rivers/LOC , ” "
            "says/root so/advmod/says .",
            "A textbook",
            "Rivers of Delta",
            id="after the noun",
        ),
        pytest.param(
            "The “ Delta_Rivers/compound/textbook ” textbook/nsubj/says says/root so/advmod/says .",
            "The “Delta Rivers” textbook",
            "Delta Rivers",
            id="before the noun",
        ),
        pytest.param(
            "The treaty/nsubj/says says/root “ no/det/ships ships/obj/says . ”",
            "The treaty",
            None,
            id="words, not a title",
        ),
        pytest.param(
            "He/nsubj/has has/root a textbook/obj/has .\n“ Rivers/root/x/PROPN . ”",
            "a textbook",
            None,
            id="another sentence",
        ),
        pytest.param("The treaty/nsubj/says says/root so/advmod/says .", "The treaty", None, id="no marks"),
    ],
)
def test_the_title_beside_a_document(notation: str, document: str, title: str | None):
    annotated = annotated_of(notation)
    assert find_title(annotated, mention_of(annotated, document)) == title
