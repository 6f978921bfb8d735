"""How figures are asked for."""

import pytest
from marshmallow import ValidationError

from service.web.schemas import FiguresSearchSchema


def test_some_are_asked_for():
    assert FiguresSearchSchema().load({}) == {"limit": 50}
    with pytest.raises(ValidationError):
        FiguresSearchSchema().load({"limit": 0})
