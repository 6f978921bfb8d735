"""The pieces of the measurements, on figures made by hand."""

import json
import re
from functools import partial
from pathlib import Path
from time import sleep

import pytest

import bench.archive
from bench.accuracy import check_equal
from bench.answers import Answers, analysed
from bench.archive import quotation_at, read_pairs, share_of
from bench.calibration import Judgement, calibration_error, reliability
from bench.figures import FIGURES, Figure
from bench.floor import nearest_names
from bench.parses import CachedParser, parse_key
from bench.polnear import predictions
from bench.report import accuracy_report
from bench.seeds import loosely, same_name, seeds_scores
from bench.side_by_side import seconds_side_by_side
from bench.speed_report import Loading, speed_report
from bench.stopwatch import Stopwatch
from bench.stored_answers import stored
from bench.tables import table, write_above_notes
from bench.workload import Batch, articles_of, long_article, read_news
from service.application.use_cases import UseCases
from service.domain.articles import Sentence, Span, Token
from service.linking.statements.comparable import comparable_quotations
from tests.linking.reports import report as told_report

TEXT = "Ann Lee met reporters. “We will build,” she said. Bob Ray agreed."


class FakeParser:
    """Every paragraph is a sentence of one word."""

    def __init__(self):
        self.n_parsed = 0

    def parse(self, text, paragraphs):
        self.n_parsed += 1
        return tuple(
            Sentence(span, number, (Token(span, span.text, "X", None, "root", "O"),))
            for number, span in enumerate(paragraphs)
        )


def test_the_floor_takes_the_nearest_name():
    answer = nearest_names([{"id": "a", "text": TEXT}])
    (quotation,) = answer["quotations"]
    assert quotation["parts"][0]["exact"] == "We will build,"
    assert quotation["speaker_id"] == "Bob Ray"


def test_the_floor_answers_slices():
    for quotation in nearest_names([{"id": "a", "text": TEXT}])["quotations"]:
        for span in (*quotation["parts"], quotation["mention"]):
            assert TEXT[span["start"] : span["end"]] == span["exact"]


def test_the_floor_knows_no_speaker_where_no_name_stands():
    (quotation,) = nearest_names([{"id": "a", "text": "“Go,” he said."}])["quotations"]
    assert quotation["speaker_id"] is None


def test_the_floor_sees_a_conflict_where_names_differ():
    articles = [
        {"id": "a", "text": "“We will build,” Ann Lee said."},
        {"id": "b", "text": "“We will build,” Bob Ray said."},
        {"id": "c", "text": "“We will not,” Bob Ray said."},
    ]
    (conflict,) = nearest_names(articles)["conflicts"]
    assert {claim["value"]: claim["article_ids"] for claim in conflict["claims"]} == {
        "Ann Lee": ["a"],
        "Bob Ray": ["b"],
    }


def test_a_confidence_that_is_always_right_has_no_error():
    judgements = [Judgement("direct", 1.0, is_right=True)] * 3
    assert calibration_error(judgements) == 0


def test_the_calibration_error_weighs_bins_by_their_size():
    judgements = [Judgement("direct", 0.95, is_right=True)] * 3 + [Judgement("direct", 0.15, is_right=True)]
    assert calibration_error(judgements) == pytest.approx(0.75 * 0.05 + 0.25 * 0.85)


def test_nothing_judged_is_no_error():
    assert calibration_error([]) == 0


@pytest.mark.parametrize(("confidence", "low"), [(0.0, 0.0), (0.1, 0.1), (0.99, 0.9), (1.0, 0.9)])
def test_bins_are_half_open_but_for_the_last(confidence, low):
    (only,) = reliability([Judgement("direct", confidence, is_right=False)])
    assert (only.low, only.count, only.accuracy) == (low, 1, 0.0)


def test_a_table_is_aligned():
    assert table(("figure", "ours"), [("speaker", "9.5"), ("all", "12.0")]) == (
        "| figure  | ours |\n| ------- | ---: |\n| speaker |  9.5 |\n| all     | 12.0 |\n"
    )


def test_what_was_written_by_hand_stays_below_a_new_report(tmp_path):
    page = tmp_path / "page.md"
    write_above_notes(page, "# One\n")
    assert page.read_text("utf-8") == "# One\n"
    page.write_text("# One\n\n## Notes\n\nTwo processors.\n", "utf-8")
    write_above_notes(page, "# Two\n")
    assert page.read_text("utf-8") == "# Two\n\n## Notes\n\nTwo processors.\n"


def test_the_report_says_what_it_left_out():
    report = accuracy_report({"seeds.found": 0.9}, {"seeds.found": 1.0}, ())
    assert "| seeds: quotations found | 100.0 | 90.0 | 97.0 |    – | not yet |" in report
    assert "Left out, for want of the labelled articles: seeds: right speaker;" in report


def test_the_report_shows_each_figure_and_every_peer():
    figures = {figure.key: 0.5 for figure in FIGURES} | {"seeds.bad": 0, "world.bad": 0}
    report = accuracy_report(figures, figures, [Judgement("mixed", 0.55, is_right=True)])
    assert all(f"| {figure.name} " in report for figure in FIGURES)
    assert "| 50.0 to 60.0 |       1 | 55.0 | 100.0 |" in report
    assert "Citron, its own models" in report


@pytest.mark.parametrize(("is_better_low", "expected"), [(True, False), (False, True)])
def test_a_bar_is_reached_from_its_own_side(is_better_low, expected):
    assert Figure("k", "n", due=0.5, is_better_low=is_better_low).is_reached(0.6) is expected


@pytest.mark.parametrize(
    ("name", "labelled", "expected"),
    [
        ("Ann Maria Lee", "Ann Lee", True),
        ("Lee", "Ann Lee", False),
        ("President Ann Lee", "Ann Lee", True),
        ("Kim Jong-un", "Kim Jong Un", True),
        ("", "Ann Lee", False),
    ],
)
def test_a_name_must_hold_the_labelled_one(name, labelled, expected):
    assert same_name(name, labelled) is expected


def test_roles_are_alike_where_half_of_the_words_are():
    assert loosely("the former director", "director")
    assert loosely("Korean institute", "Korea’s institute")
    assert not loosely("director of research", "spokesman")


def test_the_seeds_are_scored_without_the_scorers(tmp_path):
    post = {"role": "mayor", "organization": None}
    start = TEXT.index("We")
    label = {"speech": True, "start": start, "end": start + 14, "speaker": "Bob Ray", "affiliations": [post]}
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"articles": [{"article": "a", "quotes": [label]}]}), "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    scores = seeds_scores(nearest_names, gold, tmp_path)
    assert scores == {"found": 1.0, "speaker": 1.0, "role": 0.0, "org": 0.0}


def test_predictions_hold_speech_alone():
    span = {"start": 1, "end": 2}
    quotation = {"parts": [span], "mention": span, "cue": None, "is_speech": True}
    answer = {"quotations": [quotation, quotation | {"is_speech": False}]}
    assert predictions(answer) == [{"content": [[1, 2]], "source": [[1, 2]], "cue": None}]


def test_an_answer_is_that_of_the_api_and_asked_for_once():
    parser, told = FakeParser(), []
    answers = Answers(analysed(UseCases(parser)), told.append)
    first = answers([{"id": "a", "text": TEXT}])
    assert first is answers([{"id": "a", "text": TEXT}])
    assert (first["articles"][0]["text"], parser.n_parsed, told) == (TEXT, 1, [1])


def test_the_store_answers_like_an_analysis_and_is_empty_afterwards():
    articles = [{"id": "a/1", "text": TEXT}, {"id": "b", "text": TEXT.replace("build", "not build")}]
    at_once, through_store = analysed(UseCases(FakeParser()))(articles), stored(FakeParser())
    for _ in range(2):
        assert through_store(articles)["quotations"] == at_once["quotations"]


def test_a_figure_that_differs_through_the_store_ends_the_measurement():
    check_equal({"seeds.found": 0.5}, {"seeds.found": 0.5})
    with pytest.raises(SystemExit, match=r"seeds\.found: 0\.5, but 0\.4"):
        check_equal({"seeds.found": 0.5}, {"seeds.found": 0.4})


def test_a_kept_parse_is_not_made_again(tmp_path):
    parser = FakeParser()
    paragraphs = (Span(0, 4, "Word"),)
    first, second = (CachedParser(tmp_path, lambda: parser, "f").parse("Word", paragraphs) for _ in range(2))
    assert first == second
    assert parser.n_parsed == 1


def test_other_models_have_other_parses():
    assert parse_key("text", (), "one") != parse_key("text", (), "two")


def test_a_stage_inside_another_has_its_time_alone():
    times = iter((0.0, 1.0, 3.0, 7.0, 8.0))
    watch = Stopwatch(lambda: next(times))
    with watch.stage("attribution"), watch.stage("parsing"):
        pass
    assert watch.seconds == {"attribution": 3.0, "parsing": 4.0}


def test_a_long_article_is_about_as_long_as_asked_for():
    assert len(long_article(("one two\nthree",), 5).text.split()) == 5


def test_texts_begin_again_where_they_do_not_suffice():
    assert [article.text for article in articles_of(("a", "b"), 3)] == ["a", "b", "a"]


def test_the_speed_report_shows_stages_and_growth():
    batch = Batch("2 articles", 100, {"pos": 0.3, "attribution": 0.1}, 512.4)
    report = speed_report(Loading(2.5, 400.0, 39.1), batch, [batch], [1_000.0, 1_800.0], 500.0)
    assert "| words a CPU second, 2 articles " in report
    assert re.search(r"ours as a part of spaCy's +\| +0\.50 \|", report)
    assert "| pos         |         0.3 |     75.0 |                333 |" in report
    assert "| 2 articles |   100 |         0.4 |               0.00 |                250 | 512 |" in report
    assert "| words a second |    1,000 |     1,800 |  1.80 |" in report


@pytest.mark.slow
def test_processes_work_side_by_side():
    assert seconds_side_by_side(partial(partial, sleep, 0.1), 2) >= 0.1


@pytest.mark.slow
def test_a_process_that_fails_is_told(capfd: pytest.CaptureFixture[str]):
    with pytest.raises(RuntimeError, match="a process failed"):
        seconds_side_by_side(partial(partial, sleep, -1), 1)
    assert "ValueError" in capfd.readouterr().err


def test_an_archives_pairs_count_for_what_they_stand_for(tmp_path):
    header = "first,start,end,second,other_start,other_end,stands_for,is_same"
    rows = ["0,1,18,1,1,18,10,1", "0,1,18,2,1,16,3,0", "0,1,18,3,1,25,5,1", "0,1,18,4,1,18,7,0"]
    (tmp_path / "pairs.csv").write_text("\n".join((header, *rows)))
    dry, may, december = "The wells ran dry", "2016-05-31", "2016-12-01"
    said = [(dry, may), (dry, may), ("Ticks bit goats", may), ("Our budget was a scandal", may), (dry, december)]
    told = [told_report(str(n), ("Ana", words), published_at=day) for n, (words, day) in enumerate(said)]
    passages = {
        (number, one.quotation.parts[0].start, one.quotation.parts[-1].end): one
        for number, report in enumerate(told)
        for one in comparable_quotations(report)
    }
    share = share_of(read_pairs(tmp_path / "pairs.csv"), passages)
    assert (share.right, share.wrong, share.missed) == (10, 0, 5)
    assert (share.precision, share.recall) == (1.0, pytest.approx(2 / 3))


def test_labelled_articles_are_read_with_their_days(tmp_path):
    (tmp_path / "polnear").mkdir()
    for part, doc in (("train", "gazette_2016-05-31_a-headline"), ("dev", "herald_2016-02-01_another_one")):
        line = json.dumps({"doc": doc, "text": part, "attributions": []})
        (tmp_path / "polnear" / f"{part}.jsonl").write_text(line)
    assert [(one.text, one.published_at) for one in read_news(tmp_path)] == [
        ("dev", "2016-02-01"),
        ("train", "2016-05-31"),
    ]


def test_every_labelled_pair_of_the_archive_is_of_two_articles():
    pairs = list(read_pairs(Path(bench.archive.__file__).with_name("archive_pairs.csv")))
    assert {pair.is_same for pair in pairs} == {True, False}
    assert all(pair.first[0] != pair.second[0] for pair in pairs)
    assert {pair.stands_for >= 1 for pair in pairs if pair.stands_for} == {True}


def test_a_labelled_quotation_is_known_again_where_its_ends_are_found_otherwise():
    words = "The wells of the valley ran dry, and the goats with them."
    told = told_report("7", ("Ana", words), ("Omar", "The wells ran dry"))
    whole, short = sorted(comparable_quotations(told), key=lambda one: one.quotation.parts[0].start)
    assert quotation_at((7, 1, 1 + len(words)), (whole, short)) == whole
    assert quotation_at((7, 5, len(words)), (whole, short)) == whole
    assert quotation_at((7, 1, 33), (whole, short)) is None
