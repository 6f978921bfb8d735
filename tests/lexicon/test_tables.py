"""The formats of word lists and tables, each on a list that is there."""

from pathlib import Path

import pytest

from service.lexicon import families, lines, longest_first, table, tables, weights, words


@pytest.fixture
def read_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Readers of a file with this text."""

    def write(text: str) -> str:
        (tmp_path / "made.txt").write_text(text, "utf-8")
        return text

    monkeypatch.setattr(tables, "file_of", lambda name: tmp_path / f"{name}.txt")
    readers = (lines, words, longest_first, table, families, weights)
    for reader in readers:
        reader.cache_clear()
    yield write
    for reader in readers:
        reader.cache_clear()


def test_comments_and_blank_lines_are_no_entries(read_from):
    read_from("# Days.\n\nmonday  # the first\ntuesday\n")
    assert lines("made") == ("monday", "tuesday")


def test_words_are_a_set(read_from):
    read_from("one\ntwo\none\n")
    assert words("made") == {"one", "two"}


def test_an_entry_comes_before_its_own_beginning(read_from):
    read_from("secretary\nsecretary of state\n")
    assert longest_first("made") == ("secretary of state", "secretary")


def test_a_table_has_a_word_and_what_it_stands_for(read_from):
    read_from("grey gray\nchairs chief executive\n")
    assert table("made") == {"grey": "gray", "chairs": "chief executive"}


def test_families_stand_apart_by_blanks(read_from):
    read_from("william bill\nrobert bob rob\n")
    assert families("made") == (("william", "bill"), ("robert", "bob", "rob"))


def test_families_of_phrases_stand_apart_by_bars(read_from):
    read_from("head of state\nchair | chairman\n")
    assert families("made") == (("head of state",), ("chair", "chairman"))


def test_what_is_weighed_may_have_several_words(read_from):
    read_from("always -1.5\nnext so 0.25\n")
    assert weights("made") == {"always": -1.5, "next so": 0.25}


def test_learnt_tables_lie_with_the_models():
    assert tables.file_of("models/attribution/speech_weights").is_file()
    assert tables.file_of("names/titles").is_file()
