"""The measurements of the models, on a treebank of two sentences."""

from pathlib import Path

import pytest

from service.domain.articles import Sentence, Span, Token
from service.parsing.annotation import Annotation
from training.figures import names_scores, treebank_scores
from training.treebank import Word, write_treebank

# torch takes seconds to load.
pytestmark = pytest.mark.slow

GOLD = (
    (
        Word("Ann", "Ann", "PROPN", 2, "nsubj", has_space_after=True),
        Word("spoke", "speak", "VERB", 0, "root", has_space_after=False),
        Word(".", ".", "PUNCT", 2, "punct", has_space_after=True),
    ),
    (
        Word("She", "she", "PRON", 2, "nsubj", has_space_after=True),
        Word("left", "leave", "VERB", 0, "root", has_space_after=True),
    ),
)


class GoldParser:
    """Answers what the treebank has, lemmas in lower case as the service's are, but for one tag."""

    def parse(self, text, paragraphs):
        end = 0
        for words in GOLD:
            start, tokens = text.index(words[0].text, end), []
            for word in words:
                at = text.index(word.text, end)
                end = at + len(word.text)
                is_wrong = word.text == "left"
                tokens.append(
                    Token(
                        Span(at, end, word.text), word.lemma.casefold(), "NOUN" if is_wrong else word.pos,
                        word.head - 1 if word.head else None, word.relation, "O",
                    )
                )  # fmt: skip
            yield Sentence(Span(start, end, text[start:end]), 0, tuple(tokens))


def test_a_parse_is_scored_word_by_word(tmp_path: Path):
    gold = tmp_path / "gold.conllu"
    write_treebank(gold, GOLD)
    scores = treebank_scores(GoldParser(), gold)
    assert scores == pytest.approx({"Tokens": 100, "Sentences": 100, "UPOS": 80, "Lemmas": 100, "UAS": 100, "LAS": 100})


class NameModels:
    """Finds the person and takes the place for a person, too."""

    def annotate(self, sentences):
        return [
            Annotation(word, "X", None, "dep", "S-PERSON" if word.istitle() else "O") for s in sentences for word in s
        ]


def test_names_are_scored_whole_and_by_kind():
    gold = ((("Ann", "S-PERSON"), ("spoke", "O")), (("in", "O"), ("Oslo", "S-LOC")))
    assert names_scores(NameModels(), gold) == pytest.approx({"all": 50, "LOC": 0, "PERSON": 200 / 3})
