"""Whether a folder can hold models at all."""

import pytest

from service.errors import ModelError
from service.parsing.model_folder import ensure_models


@pytest.mark.parametrize("sign", ["encoder.pt", "pos.pt", "resources.json"])
def test_a_folder_with_a_model_or_stanzas_list_of_them_may_do(tmp_path, sign):
    (tmp_path / sign).touch()
    ensure_models(tmp_path)


@pytest.mark.parametrize("folder", [".", "nowhere"])
def test_a_folder_without_any_is_refused(tmp_path, folder):
    with pytest.raises(ModelError, match=r"none of encoder\.pt, pos\.pt, resources\.json"):
        ensure_models(tmp_path / folder)
