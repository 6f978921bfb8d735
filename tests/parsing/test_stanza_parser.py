"""The real models: every word is a slice of the text, whatever the text."""

from pathlib import Path

import pytest

from service.domain.articles import Sentence, Token
from service.errors import ModelError
from service.parsing.stanza_parser import StanzaParser
from service.text.paragraphs import find_paragraphs

# torch takes seconds to load.
pytestmark = pytest.mark.slow

REAL = pytest.mark.model


def sentences(parser: StanzaParser, text: str) -> tuple[Sentence, ...]:
    """The sentences of the text, after a look at what must hold for any."""
    paragraphs = find_paragraphs(text)
    found = parser.parse(text, paragraphs)
    end = 0
    for sentence in found:
        assert paragraphs[sentence.paragraph].contains(sentence.span)
        assert sentence.span.text == text[sentence.span.start : sentence.span.end]
        for token in sentence.tokens:
            assert end <= token.span.start < token.span.end
            assert token.span.text == text[token.span.start : token.span.end]
            end = token.span.end
        assert sum(token.head is None for token in sentence.tokens) == 1
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens if token.head is not None)
    return found


def words(found: tuple[Sentence, ...]) -> list[Token]:
    return [token for sentence in found for token in sentence.tokens]


def test_a_folder_without_models_is_named(tmp_path: Path):
    with pytest.raises(ModelError, match=str(tmp_path)):
        StanzaParser(tmp_path)


def test_a_file_that_is_no_model_is_an_error_of_ours(tmp_path: Path):
    for name in ("tokenize", "lemma", "encoder"):
        (tmp_path / f"{name}.pt").write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        StanzaParser(tmp_path)


@REAL
def test_words_have_heads_relations_and_entities(parser: StanzaParser):
    (sentence,) = sentences(parser, "Ann Lee said that the plan works.")
    ann, lee, said = sentence.tokens[:3]
    assert (said.head, said.pos, said.lemma, said.relation) == (None, "VERB", "say", "root")
    assert (ann.head, ann.relation) == (2, "nsubj")
    assert (ann.entity, lee.entity, said.entity) == ("B-PERSON", "E-PERSON", "O")


@REAL
def test_paragraphs_are_counted_and_never_joined(parser: StanzaParser):
    found = sentences(parser, "The harbour plan\n\nAnn Lee spoke. She smiled.\n\n\nNobody left")
    assert [sentence.paragraph for sentence in found] == [0, 1, 1, 2]


@REAL
@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_a_text_without_words_has_no_sentences(parser: StanzaParser, text: str):
    assert sentences(parser, text) == ()


@REAL
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("  Two  blanks   here .  ", id="blanks"),
        pytest.param("A wrapped line, long enough to be joined with\nthe next one.", id="wrapped line"),
        pytest.param("😀 𝔸nn said “ναί” — 「はい」。", id="beyond the basic plane"),
        pytest.param("He couldn't, wouldn’t and cannot.", id="contractions"),
        pytest.param("x" * 3_000, id="one very long word"),
        pytest.param("Lee said " + "a" * 200 + " and left.", id="a long word among others"),
        pytest.param("See https://example.org/?q=" + "a%20" * 500, id="a long address"),
        pytest.param(("internationalisation-" * 4 + " ") * 260, id="a long sentence of long words"),
        pytest.param("." * 500, id="full stops"),
        pytest.param("“ ” ‘ ’ \" '", id="nothing but marks"),
    ],
)
def test_words_of_any_text_are_slices(parser: StanzaParser, text: str):
    assert words(sentences(parser, text))


@REAL
def test_no_letter_of_a_paragraph_is_lost(parser: StanzaParser):
    text = "Ann Lee couldn’t say—not yet—what “it” cost (about $5.5m), e.g. in U.S. dollars."
    found = "".join(token.text for token in words(sentences(parser, text)))
    assert found.replace(" ", "") == text.replace(" ", "")


@REAL
def test_a_long_text_without_a_full_stop_is_cut_at_blanks(parser: StanzaParser):
    text = ("internationalisation notwithstanding " * 1_400)[:50_000].strip()
    found = sentences(parser, text)
    assert max(len(sentence.tokens) for sentence in found) == 250
    assert "".join(token.text for token in words(found)) == text.replace(" ", "")


@REAL
def test_no_word_is_cut_where_a_long_text_is(parser: StanzaParser):
    found = sentences(parser, "internationalisation notwithstanding " * 40)
    assert {token.text for token in words(found)} == {"internationalisation", "notwithstanding"}


@REAL
def test_a_text_of_several_windows_keeps_its_paragraph_numbers(parser: StanzaParser):
    long_word = "x" * 80
    found = sentences(parser, "\n\n".join(f"Number {number} was {long_word}." for number in range(250)))
    assert [sentence.paragraph for sentence in found] == list(range(250))
