"""The sentences of a text in runs, each read in one go: long texts would take too much memory at once."""

from collections.abc import Iterator, Sequence

# Words of a run.
_WORDS = 3_000


def chunks(sentences: Sequence[Sequence[str]], most: int = _WORDS) -> Iterator[Sequence[Sequence[str]]]:
    """The sentences in runs of at most this number of words; a longer sentence is a run of its own."""
    start, n_words = 0, 0
    for number, sentence in enumerate(sentences):
        if number > start and n_words + len(sentence) > most:
            yield sentences[start:number]
            start, n_words = number, 0
        n_words += len(sentence)
    if start < len(sentences):
        yield sentences[start:]
