"""The trail of mentions read so far: who was mentioned last, and where."""

from collections.abc import Iterator, Mapping

from service.attribution.coreference.entities import Entry
from service.attribution.document import Reading
from service.domain.quotations import Mention

# Mentions that a pronoun can reach back over; a book must not be searched from its first page.
_REACH = 200


class Trail:
    """Grows with each mention that is read; `sources` are the head words of who speaks in a reporting clause.

    `known` tells who the mentions so far stand for, and the bearers of all names.
    """

    def __init__(self, reading: Reading, sources: frozenset[int], known: Mapping[Mention, Entry]) -> None:
        self.reading = reading
        self._known = known
        self.parse = reading.parse
        self.sources = sources
        self._steps: list[tuple[Mention, Entry]] = []
        self._last: dict[Entry, None] = {}

    def follow(self, mention: Mention, entry: Entry) -> None:
        """Adds a mention."""
        self._steps.append((mention, entry))
        # Moved to the end: the order is that of the last mention.
        self._last.pop(entry, None)
        self._last[entry] = None

    def bearer(self, word: int) -> Entry | None:
        """Who the mention at the word, or the name that the word describes, stands for; None where not yet known."""
        mention = self.reading.mention_at.get(self.reading.named(word))
        return None if mention is None else self._known.get(mention)

    def back(self) -> Iterator[tuple[Mention, Entry]]:
        """The last mentions, the latest first."""
        return iter(self._steps[: -_REACH - 1 : -1])

    def entries_back(self) -> Iterator[Entry]:
        """Everyone mentioned so far, the one mentioned last first."""
        return reversed(self._last)
