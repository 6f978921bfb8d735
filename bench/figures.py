"""The figures of accuracy with their bars, and what published systems reach."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured part of one; `due` is what is asked for now, `goal` what we go on to."""

    key: str
    name: str
    due: float | None = None
    goal: float | None = None
    is_better_low: bool = False

    def is_reached(self, value: float) -> bool:
        """Whether the value is as good as it is due."""
        if self.due is None:
            return True
        return value <= self.due if self.is_better_low else value >= self.due


FIGURES = (
    Figure("seeds.found", "seeds: quotations found", 0.97),
    Figure("seeds.speaker", "seeds: right speaker", 0.94),
    Figure("seeds.role", "seeds: role F", 0.85),
    Figure("seeds.org", "seeds: organization F", 0.85),
    Figure("unread.found", "unread worldwide news: quotations found", 0.97, 0.995),
    Figure("unread.speaker", "unread worldwide news: right speaker", 0.88, 0.98),
    Figure("unread.role", "unread worldwide news: role F", 0.80, 0.93),
    Figure("unread.org", "unread worldwide news: organization F", 0.76, 0.92),
    Figure("unread.not_speech", "unread worldwide news: no speech, yet a speaker", 0.10, 0.03, is_better_low=True),
    Figure("unread.calibration", "unread worldwide news: calibration error", 0.03, 0.02, is_better_low=True),
    Figure("world.found", "read worldwide news: quotations found"),
    Figure("world.speaker", "read worldwide news: right speaker"),
    Figure("world.role", "read worldwide news: role F"),
    Figure("world.org", "read worldwide news: organization F"),
    Figure("world.not_speech", "read worldwide news: no speech, yet a speaker", is_better_low=True),
    Figure("indirect.precision50", "indirect speech: precision at confidence 0.5", 0.80, 0.92),
    Figure("indirect.report", "indirect speech: F", 0.75, 0.88),
    Figure("indirect.named", "indirect speech: F with the speaker", 0.68, 0.85),
    Figure("us.marked", "US news: marked spans, right source", 0.86, 0.96),
    Figure("us.quoted", "US news: quoted, end-to-end F", 0.80, 0.93),
    Figure("us.indirect", "US news: indirect, end-to-end F", 0.52, 0.68),
    Figure("us.all", "US news: all, end-to-end F", 0.62, 0.76),
    Figure("us.calibration", "US news: calibration error", 0.05, 0.02, is_better_low=True),
    Figure("real.pairs", "real stories: same-statement pairs, F", 0.89, 0.97),
    Figure("real.all", "real stories: conflicts, F", 0.80, 0.95),
    Figure("planted.speaker", "planted stories: conflicts about a speaker, F", 0.82, 0.95),
    Figure("planted.affiliation", "planted stories: conflicts about an affiliation, F", 0.78, 0.95),
    Figure("planted.wording", "planted stories: conflicts about a wording, F", 0.92, 0.95),
    Figure("stories.pairs", "read stories: same-statement pairs, F", 0.85, 0.97),
    Figure("stories.all", "read stories: conflicts, F", 0.70, 0.92),
    Figure("stories.speaker", "read stories: conflicts about a speaker, F"),
    Figure("stories.affiliation", "read stories: conflicts about an affiliation, F"),
    Figure("stories.wording", "read stories: conflicts about a wording, F"),
)


@dataclass(frozen=True, slots=True)
class Peer:
    """A published system on the US news by the same scorer: per cent on the development / the test articles."""

    name: str
    marked: str
    quoted: str
    indirect: str
    all: str


PEERS = (
    Peer("two people (20 articles that several labelled)", "97.8", "95.3", "69.7", "77.9"),
    Peer("Citron, trained on the training articles", "62.1 / 62.2", "65.1 / 63.5", "48.1 / 45.9", "54.5 / 52.9"),
    Peer("Citron, its own models", "49.5 / 50.2", "55.9 / 54.6", "36.6 / 36.5", "44.0 / 43.9"),
    Peer("Gender Gap Tracker", "53.2 / 60.6", "55.6 / 59.9", "36.7 / 40.0", "44.7 / 48.9"),
    Peer("textacy, by paragraph", "72.0 / 71.5", "53.1 / 54.8", "0.3 / 0.0", "26.7 / 28.5"),
    Peer("textacy", "42.3 / 49.9", "38.6 / 43.3", "0.1 / 0.2", "17.4 / 21.1"),
)
