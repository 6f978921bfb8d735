"""The formats of word lists and tables, each on a list that is there."""

import ast
import re
from pathlib import Path

import pytest

from bench.parses import TABLES
from service.lexicon import families, lines, longest_first, table, tables, weights, words

SERVICE = Path(tables.__file__).parent.parent
LISTS = sorted((SERVICE / "lexicon").rglob("*.txt"))
LEARNT = sorted((SERVICE / "models").rglob("*.txt"))
MOST_LISTS = 14


def name_of(path: Path) -> str:
    """What the readers call the file."""
    folder = SERVICE if path in LEARNT else SERVICE / "lexicon"
    return path.relative_to(folder).with_suffix("").as_posix()


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


@pytest.mark.parametrize("path", LISTS, ids=name_of)
def test_each_list_says_where_its_words_come_from(path: Path):
    head = path.read_text("utf-8").split("\n")
    comments = head[: next(number for number, line in enumerate(head) if not line.startswith("#"))]
    assert [line.startswith("# source: ") for line in comments] == [False] * (len(comments) - 1) + [True]
    assert len(comments) > 1


@pytest.mark.parametrize("path", LISTS, ids=name_of)
def test_no_entry_stands_twice(path: Path):
    assert len(lines(name_of(path))) == len(words(name_of(path)))


def test_no_folder_has_too_many_lists():
    folders = {path.parent for path in LISTS}
    assert folders.isdisjoint({SERVICE / "lexicon"})
    assert max(len(list(folder.glob("*.txt"))) for folder in folders) <= MOST_LISTS


def _names_in(path: Path) -> set[str]:
    """The lists that a module reads: each text in it that begins with a folder of lists."""
    folders = {each.parent.name for each in LISTS} | {"models"}
    texts = {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and re.fullmatch(rf"(?:{'|'.join(folders)})/[\w/]+", text)}


def test_each_list_is_read_and_each_that_is_read_is_there():
    read = {name for path in SERVICE.rglob("*.py") for name in _names_in(path)}
    assert read == {name_of(path) for path in (*LISTS, *LEARNT)}


def test_kept_parses_depend_on_all_that_the_parser_reads():
    read = {name for path in (SERVICE / "parsing").rglob("*.py") for name in _names_in(path)}
    assert read == {name_of(path) for folder in TABLES for path in folder.glob("*.txt")}
