"""The folder of models that a user chose, kept in a file."""

from pathlib import Path

import pytest

from service.config.model_choice import choose_models, choose_no_models, chosen_models
from service.errors import SettingsError


@pytest.fixture(name="file")
def fixture_file(tmp_path: Path) -> Path:
    """Where the choice is kept; its folder is not there yet."""
    return tmp_path / "quotes" / "models"


def test_nothing_is_chosen_at_first(file: Path):
    assert chosen_models(file) is None


def test_what_was_chosen_is_found_again(file: Path, tmp_path: Path):
    choose_models(file, tmp_path)
    assert chosen_models(file) == tmp_path


def test_a_relative_folder_means_the_same_from_everywhere(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    choose_models(file, Path("other"))
    monkeypatch.chdir("/")
    assert chosen_models(file) == tmp_path / "other"


def test_a_folder_that_is_gone_is_an_error(file: Path, tmp_path: Path):
    (tmp_path / "other").mkdir()
    choose_models(file, tmp_path / "other")
    (tmp_path / "other").rmdir()
    with pytest.raises(SettingsError, match="it does not exist"):
        chosen_models(file)


def test_a_choice_can_be_forgotten(file: Path, tmp_path: Path):
    choose_models(file, tmp_path)
    choose_no_models(file)
    assert chosen_models(file) is None


def test_forgetting_nothing_is_no_error(file: Path):
    choose_no_models(file)
    assert not file.exists()


def test_a_choice_that_cannot_be_kept_is_an_error(file: Path, tmp_path: Path):
    file.parent.write_text("no folder", "utf-8")
    with pytest.raises(SettingsError, match="cannot be written"):
        choose_models(file, tmp_path)
