"""The measurements of the models, on a treebank of two sentences."""

from pathlib import Path

import pytest

from service.domain.articles import Sentence, Span, Token
from training.figures import models_folder, treebank_scores
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


def test_a_model_takes_the_place_of_another(tmp_path: Path):
    (tmp_path / "pos.pt").write_text("old")
    (tmp_path / "new.pt").write_text("new")
    with models_folder(tmp_path, {"pos": tmp_path / "new.pt"}) as folder:
        assert (folder / "pos.pt").read_text() == "new"
        assert (folder / "resources.json").read_text() == "{}"
