"""Comments, docstrings, templates and public pages use the terms of docs/glossary.md, and English that people speak."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources import ROOT, named, nodes, source

FOLDERS = ("service", "bench", "training", "clients")
CODE = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in path.parts]
PAGES = [path for folder in (".", "docs", "bench", "training") for path in sorted((ROOT / folder).glob("*.md"))]
PAGES += [ROOT / "openapi.yaml", *sorted((ROOT / "service" / "web" / "templates").rglob("*.html"))]

# What this project once called things, or said of them, and what a reader expects instead.
DIALECT = {
    # Terms.
    r"rosters?": "coreference resolver",
    r"(?:a|the|each|one|this|its|whole|same|other|two) lots?(?! of\b)": "connected component",
    r"gatherings?": "statement cluster",
    r"gists?": "content signature",
    r"heirs?": "successor",
    r"kinship|(?:of|is|are|no|its|their) kin": "name relation",
    r"voices|(?:one|a|each|another|new|this) voice": "name variant, speaker",
    r"tellings?": "report",
    r"rulings?": "judgement",
    r"small words?": "function word",
    r"(?:public|state|other|same|two|named|whose|official) bod(?:y|ies)|body or place|bodies": "organization",
    r"(?:former|same|higher|other|another|their|two|three|these|such|his|her) posts?": "position",
    r"(?-i:[Pp]osts?) (?:of|over|at|in|and)": "position",
    # "Tell", for all that texts and programs do.
    r"told": "stated, identified, reported, distinguished",
    r"tells? (?:of|nothing|so|it)": "says, reports, shows",
    # What the API does.
    r"hand(?:s|ed|ing)? in": "submit",
    r"(?:that|what) (?:is|are|was|were) kept|articles? (?:is|are) kept|to be kept": "stored",
    r"kept (?:articles|quotations|conflicts|statements|speakers)": "stored",
    r"there for good": "committed, permanent",
    r"anew": "again; recompute",
    r"held against": "compared with",
    r"passes by itself": "transient",
    # Phrases.
    r"so many": "as many, this number of",
    r"if you like": "optional",
    r"let be": "ignored, left as it is",
    r"(?<!there )(?:is|are|was|were) no (?:JSON|UTF-8|URL|text|key|line|model|words?|speech|marks?|names?|slice|"
    r"difference|initials?|person|people|verb|noun|title|cue|source|place|number|conflict)": "is not a",
}
# Code, quoted words and what a template fills in are no prose.
_QUOTED = re.compile(r"```.*?```|`[^`\n]*`|“[^”]*”|\"[^\"\n]*\"|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def _prose(path: Path) -> Iterator[tuple[int, str]]:
    """The comments and docstrings of a module, or all of a page, each with its line."""
    text = source(path)
    if path.suffix != ".py":
        yield 1, text
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    for node in nodes(path):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, node.value.value


def dialect(text: str) -> Iterator[tuple[int, str]]:
    """The lines, from 0, on which the text speaks it, with the words and what to write instead."""
    prose = _QUOTED.sub(lambda quoted: "\n" * quoted[0].count("\n"), text)
    for pattern, better in DIALECT.items():
        for found in re.finditer(rf"\b(?:{pattern})\b", prose, re.IGNORECASE):
            yield prose.count("\n", 0, found.start()), f"{found[0]!r}: {better}"


def test_prose_uses_the_terms_of_the_field():
    found = [
        f"{named(path)}:{first + line}: {words}"
        for path in (*CODE, *PAGES)
        for first, text in _prose(path)
        for line, words in dialect(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "The body of a POST, and a blog post about it.",
        "He hands them on; the table does not tell whether “she told” `told` them.",
        "A lot of articles. There are no marks.",
    ],
)
def test_plain_english_passes(text: str):
    assert list(dialect(text)) == []


# The same for what code calls things; a name counts by each of its parts.
OLD_NAMES = {
    "told",
    "telling",
    "tellings",
    "ruling",
    "rulings",
    "gist",
    "gists",
    "heir",
    "heirs",
    "roster",
    "gathering",
}
OLD_NAMES |= {"kin", "kinship", "lots", "voices"}


def _names(path: Path) -> Iterator[tuple[int, str]]:
    for node in nodes(path):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.alias(name=name):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, re.sub(r"(?<!^)(?=[A-Z])", "_", name)


def test_names_are_those_of_the_field():
    names = [(path, line, name) for path in CODE for line, name in _names(path)]
    found = [(path, line, name) for path, line, name in names if OLD_NAMES & set(name.lower().split("_"))]
    assert [f"{named(path)}:{line}: {name}" for path, line, name in found] == []
