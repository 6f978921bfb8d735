"""Tiny models, built once for all tests of nets."""

from pathlib import Path

import pytest


@pytest.fixture(name="tiny_models", scope="session")
def fixture_tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models that know nothing."""
    from tests.parsing.nets.small import build_encoder_models

    return build_encoder_models(tmp_path_factory.mktemp("models"))
