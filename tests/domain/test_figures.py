"""Figures of outlets and speakers."""

from service.domain.figures import OutletFigures, SpeakerFigures


def test_nothing_is_contradicted_until_it_is():
    assert OutletFigures("The Post", 1, 2) == OutletFigures("The Post", 1, 2, 0, 0)
    assert SpeakerFigures("s1", "Ana", 2) == SpeakerFigures("s1", "Ana", 2, 0, 0)
