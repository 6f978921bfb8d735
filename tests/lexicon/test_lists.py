"""The hand-made lists: where they come from, who reads them, and which words one list picks from another."""

import ast
import re
from pathlib import Path

import pytest

from bench.parses import TABLES
from service.lexicon import families, lines, tables, words

SERVICE = Path(tables.__file__).parent.parent
LISTS = sorted((SERVICE / "lexicon").rglob("*.txt"))
LEARNT = sorted((SERVICE / "models").rglob("*.txt"))
MOST_LISTS = 14


def name_of(path: Path) -> str:
    """What the readers call the file."""
    folder = SERVICE if path in LEARNT else SERVICE / "lexicon"
    return path.relative_to(folder).with_suffix("").as_posix()


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
    assert read == set(map(name_of, TABLES))


# Lists that pick words from another one for a rule of their own. They stay apart, since most words have none of the
# picks; but a word that is mended or added there must not be forgotten here.
PICKED = [
    ("grammar/report_function_words", words("grammar/function_words")),
    ("organizations/generic", words("organizations/nouns")),
    ("people/spokespeople", words("people/role_nouns")),
    ("offices/field_offices", {phrase for family in families("offices/distinct_offices") for phrase in family}),
    ("positions/heads", words("people/role_nouns")),
    ("reporting/clausal_cues", words("reporting/speech_cues")),
    ("offices/top_offices", {phrase for family in families("offices/distinct_offices") for phrase in family}),
]


@pytest.mark.parametrize(("name", "whole"), PICKED, ids=[name for name, _ in PICKED])
def test_a_list_that_picks_from_another_has_only_its_words(name: str, whole: set[str]):
    assert words(name) <= whole


def test_offices_are_taken_for_one_another_by_their_first_words():
    """A phrase that is no office's first would never be met."""
    first = {family[0] for family in families("offices/distinct_offices")}
    assert {phrase for family in families("offices/exchangeable_offices") for phrase in family} <= first


@pytest.mark.parametrize(
    "name", ["places/nations", "offices/distinct_offices", "positions/ranks", "organizations/parties"]
)
def test_no_word_stands_for_two(name: str):
    phrases = [phrase for family in families(name) for phrase in family]
    assert len(phrases) == len(set(phrases))
