"""An article's title, where it quotes somebody, and its text as one text to read; places in it are led back to both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from service.domain.articles import Article, ArticleField, Span
from service.text.cleaning import clean
from service.text.folding import folded
from service.text.marked_spans import MarkedSpan
from service.text.marks import find_marks
from service.text.paragraphs import find_paragraphs
from service.text.unified import unified

# Headlines of newspapers have 60 to 150 characters; what is much longer takes time to read, and is none.
_LONGEST = 500
# The title is a paragraph of its own.
_BREAK = "\n\n"
# Paragraphs at the start of a text among which its headline is; the outlet's name or a section may stand above.
_FIRST = 3


@dataclass(frozen=True, slots=True)
class TitleAndText:
    """What is read of an article in one piece; `text_start` is 0 where that is the text alone."""

    article: Article
    text: str
    text_start: int

    def span(self, start: int, end: int) -> Span:
        """The place in the article's title or text; none is in both."""
        if start < self.text_start:
            return self.article.span(start, end, ArticleField.TITLE)
        return self.article.span(start - self.text_start, end - self.text_start)


def title_and_text(article: Article) -> TitleAndText:
    """The text, and before it the title if it has words between quotation marks that are not the text's headline."""
    title = article.title or ""
    if len(title) > _LONGEST or not _is_read(title, article.text):
        return TitleAndText(article, article.text, 0)
    before = title + _BREAK
    return TitleAndText(article, before + article.text, len(before))


def find_marks_apart(text: str, paragraphs: Sequence[Span], text_start: int) -> tuple[MarkedSpan, ...]:
    """The marked spans of the title and of the text, which starts there: no quotation carries on from one to other."""
    n_before = sum(paragraph.start < text_start for paragraph in paragraphs)
    in_title = (replace(marked, is_closed=True) for marked in find_marks(text, paragraphs[:n_before]))
    in_text = find_marks(text, paragraphs[n_before:])
    return (*in_title, *(replace(marked, paragraph=marked.paragraph + n_before) for marked in in_text))


def _is_read(title: str, text: str) -> bool:
    words, marked = _read(title)
    if not marked:
        return False
    openings = (_read(paragraph.text) for paragraph in islice(find_paragraphs(clean(text)), _FIRST))
    # Behind the headline, the title may name the outlet.
    return all(marked != also_marked or words[: len(opening)] != opening for opening, also_marked in openings)


def _read(text: str) -> tuple[list[str], list[list[str]]]:
    """The words, and those of each piece between quotation marks."""
    plain = clean(unified(text))
    marks = find_marks(plain, find_paragraphs(plain))
    return _words(plain), [_words(marked.span.text) for marked in marks]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))
