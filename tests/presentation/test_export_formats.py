"""Quotations in the formats of others."""

import csv
import io
import json
from dataclasses import replace

import pytest

from service.domain.archive import ExportedQuotation, LinkedQuotation
from service.domain.articles import ArticleField
from service.domain.quotations import Affiliation, Attribution, Quotation, QuotationKind, Speaker, SpeakerKind
from service.presentation.export_formats import FORMATS
from tests.conftest import EVENING, MORNING, quotation, span

ANA = Speaker(
    "s1",
    "Ana Ruiz",
    SpeakerKind.PERSON,
    affiliations=(Affiliation("morning", span(MORNING, "director of the Port Office"), "director", "Port Office"),),
)
SAID = quotation(MORNING, "We will build the bridge,", "before May.")
GIFT = quotation(MORNING, "gift", kind=QuotationKind.MIXED, is_speech=False)
TOLD = quotation(EVENING, "We will not build the bridge before May,")
EXPORTED = [
    ExportedQuotation(MORNING, LinkedQuotation(Attribution(SAID, speaker_id="s1", confidence=0.9), "t1"), ANA),
    ExportedQuotation(MORNING, LinkedQuotation(Attribution(GIFT), None), None),
    ExportedQuotation(EVENING, LinkedQuotation(Attribution(TOLD), "t1"), None),
]


def written(name):
    return "".join(FORMATS[name].write(EXPORTED))


def test_json_lines_are_one_object_a_line():
    said, gift, _ = map(json.loads, written("jsonl").splitlines())
    assert (said["speaker"], said["role"], said["organization"]) == ("Ana Ruiz", "director", "Port Office")
    assert [part["exact"] for part in said["parts"]] == ["We will build the bridge,", "before May."]
    assert MORNING.text[said["affiliations"][0]["start"] :].startswith(said["affiliations"][0]["text"])
    assert (gift["is_speech"], gift["speaker"]) == (False, None)


def test_a_table_has_a_head_and_a_line_for_each():
    rows = list(csv.DictReader(written("csv").splitlines()))
    assert [row["words"] for row in rows] == [SAID.text, GIFT.text, TOLD.text]
    assert (rows[0]["speaker"], rows[1]["speaker"]) == ("Ana Ruiz", "")


@pytest.mark.parametrize("outlet", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "＝1+1"])
def test_nothing_in_a_table_is_a_formula(outlet):
    one = replace(EXPORTED[0], article=replace(MORNING, outlet=outlet))
    (row,) = csv.DictReader(io.StringIO("".join(FORMATS["csv"].write([one])), newline=""))
    assert row["outlet"] == f"'{outlet}"
    assert row["start"] == str(SAID.parts[0].start), "numbers are none"


def test_annotations_find_their_words_by_text_and_by_offset():
    page = json.loads(written("web-annotation"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert [annotation["type"] for annotation in page["items"]] == ["Annotation"] * 2, "speech alone"
    first = page["items"][0]
    assert first["body"]["value"] == "Ana Ruiz"
    for target in first["target"]:
        words, place = target["selector"]
        assert (words["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert MORNING.text[place["start"] : place["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in MORNING.text
    assert "body" not in page["items"][1]


def test_linked_data_have_speakers_in_their_roles():
    graph = json.loads(written("schema.org"))
    assert graph["@context"] == "https://schema.org"
    said, told = graph["@graph"]
    role = said["spokenByCharacter"]
    assert (role["@type"], role["roleName"]) == ("Role", "director")
    assert role["spokenByCharacter"] == {
        "@type": "Person",
        "@id": "urn:quotes:speaker:s1",
        "name": "Ana Ruiz",
        "affiliation": {"@type": "Organization", "name": "Port Office"},
    }
    assert said["isPartOf"]["publisher"] == {"@type": "Organization", "name": "The Morning Example"}
    assert "spokenByCharacter" not in told


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_written_of_nothing_but_the_form(name):
    text = "".join(FORMATS[name].write([]))
    assert name in ("jsonl", "csv") or json.loads(text)[("items" if name == "web-annotation" else "@graph")] == []


def test_words_of_a_title_are_found_in_the_title():
    article = replace(MORNING, title="Ruiz: “The bridge comes” soon")
    parts = (article.span(7, 23, ArticleField.TITLE),)
    quoted = Quotation("q", article.id, QuotationKind.DIRECT, parts)
    one = ExportedQuotation(article, LinkedQuotation(Attribution(quoted), "t1"), None)
    (row,) = csv.DictReader("".join(FORMATS["csv"].write([one])).splitlines())
    assert (row["start"], row["end"], row["in"]) == ("7", "23", "title")
    assert json.loads("".join(FORMATS["jsonl"].write([one])))["parts"] == [
        {"start": 7, "end": 23, "in": "title", "exact": "The bridge comes"}
    ]
    (annotation,) = json.loads("".join(FORMATS["web-annotation"].write([one])))["items"]
    (selector,) = annotation["target"][0]["selector"]
    assert (selector["prefix"], selector["suffix"]) == ("Ruiz: “", "” soon")
