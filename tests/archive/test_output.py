"""The output: the fields of the contract, what could not be read, and nothing for the same article sent again."""

from service.archive import output
from service.archive.engine import INTEGER, TEXT, frame_of
from service.archive.reading.reading import READ
from service.archive.reading.submissions import SUBMITTED
from service.archive.steps import Steps
from service.web.schemas import AnalysisSchema
from tests.archive.archives import REPORTS, TABLES, archived

PLACE = {"source": TEXT, "place": INTEGER}


def test_the_tables_have_the_fields_of_the_contract(tmp_path):
    contract = AnalysisSchema()
    archived(tmp_path, REPORTS)
    for name in TABLES:
        fields = {field.data_key or key for key, field in contract.fields[name].inner.schema.fields.items()}
        assert fields <= set(Steps(str(tmp_path)).of(name).frame().column_names), name


def test_an_article_has_what_was_sent(tmp_path):
    (article,) = (one for one in archived(tmp_path, REPORTS)["articles"].values() if one["id"] == "b")
    assert (article["published_at"], article["outlet"]) == ("2024-06-01", None)
    assert article["quotations"] == ["b:1"]


def test_what_was_read_goes_on():
    read = frame_of(
        [("f", 1, "a", "{}", 3, 0.1, None, None), ("f", 2, "b", None, 3, 0.1, "poison", "It has died.")],
        {**PLACE, **READ},
    )
    assert output.found(read).to_pydict() == {"article_id": ["a"], "analysis": ["{}"]}


def test_errors_have_their_places():
    invalid = frame_of([("f", 7, None, None, None, 0, "invalid", "No JSON.")], SUBMITTED)
    repeats = frame_of(
        [("f", 8, "a", "repeated"), ("f", 9, "b", "clash")],
        {**PLACE, "article_id": TEXT, "error": TEXT},
    )
    read = frame_of([("f", 2, "c", None, 3, 0.1, "poison", "It has died.")], {**PLACE, **READ})
    found = output.errors(invalid, repeats, read).to_pylist()
    assert sorted((row["place"], row["error"], row["article_id"]) for row in found) == [
        (2, "poison", "c"),
        (7, "invalid", None),
        (9, "clash", "b"),
    ]
