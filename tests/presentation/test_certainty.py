"""What is hidden at first."""

from dataclasses import replace

from service.domain.conflicts import Analysis
from service.domain.quotations import Speaker, SpeakerKind
from service.presentation.certainty import certain_part


def _with_a_guess(analysis: Analysis) -> Analysis:
    """The same, where the scare quote is ascribed to somebody with a confidence of 0.3."""
    guessed = Speaker("s2", "Somebody", SpeakerKind.UNNAMED)
    said, gift, *others = analysis.attributions
    guess = replace(gift, speaker_id="s2", speaker_ids=("s2",), unattributed_because=None, confidence=0.3)
    return replace(analysis, attributions=(said, guess, *others), speakers=(*analysis.speakers, guessed))


def test_what_is_uncertain_is_left_out_with_its_speaker(analysis: Analysis):
    shown = certain_part(_with_a_guess(analysis), 0.5)
    assert [each.confidence for each in shown.attributions] == [0.97, 0.9, 0.95]
    assert [speaker.id for speaker in shown.speakers] == ["s1"]


def test_nothing_shows_all(analysis: Analysis):
    whole = _with_a_guess(analysis)
    assert certain_part(whole, 0.0) == whole


def test_conflicts_stay_with_their_speakers(analysis: Analysis):
    shown = certain_part(_with_a_guess(analysis), 1.0)
    assert shown.attributions == ()
    assert shown.conflicts == analysis.conflicts
    assert shown.speakers == analysis.speakers
