"""Exports against the models of those who publish them.

schema.org: its vocabulary, as a package carries it. Web Annotations: no package carries W3C's context or a schema of
it, so `web_annotation.json` says here what their model says that a page of annotations must have; all its names are
terms of that context, and no object may have others.
"""

import json
import re
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from service.domain.quotations import SpeakerKind
from service.presentation.export_formats import FORMATS
from tests.conftest import MORNING
from tests.presentation.test_export_formats import ANA, EXPORTED

MODEL = json.loads((Path(__file__).parent / "web_annotation.json").read_text("utf-8"))
PAGE = Draft202012Validator(MODEL)
# What a text may stand for.
TEXTS = {"Text", "URL", "Date", "DateTime"}
SPEAKERS = [
    *(replace(ANA, kind=kind) for kind in SpeakerKind),
    replace(ANA, affiliations=(replace(ANA.affiliations[0], role=None),)),
    replace(ANA, affiliations=(replace(ANA.affiliations[0], organization=None),)),
    replace(ANA, affiliations=()),
]
ARTICLES = [MORNING, replace(MORNING, url="https://news.example/1", published_at="2024-05-01")]


def written(name, speaker, article):
    return json.loads("".join(FORMATS[name].write(replace(one, speaker=speaker, article=article) for one in EXPORTED)))


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("speaker", [*SPEAKERS, None])
def test_annotations_are_as_the_model_says(speaker, article):
    PAGE.validate(written("web-annotation", speaker, article))


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "no name"},
        {"type": "Page"},
        {"items": [{"id": "urn:a"}]},
        {"says": "x"},
        {"@context": "https://schema.org"},
    ],
)
def test_what_is_no_page_of_annotations_is_found(wrong):
    assert not PAGE.is_valid(written("web-annotation", ANA, MORNING) | wrong)


def known_type(name):
    """A type of schema.org by its module: asked of the package, it makes the validators of all types, for seconds."""
    module = import_module(f"schema_org.models.{re.sub('(?<=.)(?=[A-Z])', '_', name).lower()}")
    return getattr(module, name)


def strays(node, *, of=None):
    """What schema.org does not know: a property of the node's type, or the type of a value."""
    kind = known_type(node["@type"])
    known = {each.schema_name: each for each in kind.SCHEMA_PROPERTIES}
    if node["@type"] == "Role":
        # A role stands between a property and its value, under the property's own name.
        known[of.schema_name] = of
    for name, value in node.items():
        if name in ("@type", "@id"):
            continue
        if name not in known or known[name].superseded_by:
            yield node["@type"], name
        elif isinstance(value, dict):
            types = known_type(value["@type"]).SCHEMA_TYPES
            if value["@type"] != "Role" and not {*types} & {*known[name].ranges}:
                yield name, value["@type"]
            yield from strays(value, of=known[name])
        elif not TEXTS & {*known[name].ranges}:
            yield name, "Text"


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("speaker", [*SPEAKERS, None])
def test_linked_data_are_in_the_words_of_schema_org(speaker, article):
    graph = written("schema.org", speaker, article)
    assert set(graph) == {"@context", "@graph"}
    assert graph["@context"] == "https://schema.org"
    for quotation in graph["@graph"]:
        assert list(strays(quotation)) == []
        if "datePublished" in quotation["isPartOf"]:
            datetime.fromisoformat(quotation["isPartOf"]["datePublished"])


def test_what_schema_org_does_not_know_is_found():
    affiliated = {"@type": "Organization", "name": "Port Office", "affiliation": {"@type": "Organization"}}
    assert list(strays({"@type": "Quotation", "speaker": "Ana", "spokenByCharacter": affiliated})) == [
        ("Quotation", "speaker"),
        ("Organization", "affiliation"),
    ]
    assert list(strays({"@type": "NewsArticle", "publisher": {"@type": "Quotation"}})) == [("publisher", "Quotation")]
