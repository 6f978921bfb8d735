"""A step is done once, and is done when its note says so."""

from pathlib import Path

from service.archive.engine import INTEGER, TEXT, col, frame_of
from service.archive.steps import Steps, joined

COLUMNS = {"name": TEXT, "period": INTEGER}
ROWS = [("a", 1), ("b", 2), ("c", 1)]


def names(frame) -> list[str]:
    return sorted(frame.to_pydict()["name"])


def test_a_step_is_carried_out_once(tmp_path):
    n_made = []
    for _ in range(2):
        table = Steps(str(tmp_path)).table("some/step", lambda: n_made.append(1) or frame_of(ROWS, COLUMNS))
    assert (names(table.frame()), table.n_rows, len(n_made)) == (["a", "b", "c"], 3, 1)


def test_what_was_broken_off_is_written_anew(tmp_path):
    """Its files are there, and no note is."""
    steps = Steps(str(tmp_path))
    steps.table("some/step", lambda: frame_of(ROWS, COLUMNS))
    (tmp_path / "steps/some/step.json").unlink()
    table = steps.table("some/step", lambda: frame_of(ROWS[:1], COLUMNS))
    assert names(table.frame()) == ["a"]
    assert len(list((tmp_path / "steps/some/step").glob("*.parquet"))) == 1


def test_a_step_may_be_made_of_several_frames(tmp_path):
    makes = [lambda place=place: frame_of(ROWS[place:][:1], COLUMNS) for place in range(3)]
    table = Steps(str(tmp_path)).table("some/step", *makes)
    assert (names(table.frame()), table.n_rows) == (["a", "b", "c"], 3)


def test_files_of_parts_are_apart(tmp_path):
    table = Steps(str(tmp_path)).table("some/step", lambda: frame_of(ROWS, COLUMNS), apart=col("period"))
    assert table.parts == (1, 2)
    assert (names(table.frame([1])), names(table.frame([2])), names(table.frame())) == (
        ["a", "c"],
        ["b"],
        ["a", "b", "c"],
    )
    assert table.frame([1]).column_names == ["name", "period"]


def test_a_step_without_rows_has_its_columns(tmp_path):
    steps = Steps(str(tmp_path))
    empty = steps.table("some/step", lambda: frame_of(ROWS, COLUMNS).where(col("period") > 5), apart=col("period"))
    assert (empty.n_rows, empty.frame().column_names) == (0, ["name", "period"])
    assert joined([empty, empty]).frame().to_pydict()["name"] == []


def test_a_table_of_the_output_lies_in_a_folder_of_its_own(tmp_path):
    Steps(str(tmp_path)).table("speakers", lambda: frame_of(ROWS, COLUMNS))
    assert list((tmp_path / "speakers").glob("*.parquet"))


def test_what_is_done_is_told(tmp_path):
    told = []
    steps = Steps(str(tmp_path))
    steps.on_done = lambda name, table: told.append((name, table.n_rows))
    steps.table("some/step", lambda: frame_of(ROWS, COLUMNS))
    assert told == [("some/step", 3)]


def test_a_folder_that_nobody_has_used_is_empty(tmp_path):
    steps = Steps(str(tmp_path / "new"))
    assert steps.is_empty()
    steps.write_note("run", {"input": "here"})
    assert not steps.is_empty()
    assert (steps.note("run"), steps.note("other")) == ({"input": "here"}, None)
    assert [path.name for path in Path(tmp_path / "new/steps").iterdir()] == ["run.json"]
