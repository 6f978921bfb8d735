"""How often outlets and speakers are quoted, contradicted and corrected."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutletFigures:
    """What an outlet has printed; conflicts that an editor dismissed do not count.

    `n_contradicted` conflicts rest on its articles; in `n_corrected` of them an editor has said that it is wrong.
    """

    outlet: str
    n_articles: int
    n_quotations: int
    n_contradicted: int = 0
    n_corrected: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerFigures:
    """What a speaker is quoted with; conflicts that an editor dismissed do not count.

    Reports contradict each other over their words or positions in `n_contradicted` conflicts; in `n_corrected` of them
    an editor has said that a report is wrong.
    """

    speaker_id: str
    name: str
    n_quotations: int
    n_contradicted: int = 0
    n_corrected: int = 0
