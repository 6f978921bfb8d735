"""What a page quotes by its elements, `<blockquote>` and `<q>`, with quotation marks as a text has them.

The extraction drops these elements, and with them all that says that their words are somebody's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lxml.html import HtmlElement

_OPEN, _CLOSE, _INNER_OPEN, _INNER_CLOSE = "“", "”", "‘", "’"
_MARKS = "“”„«»\"‘'"
_BLOCKS = ("p", "li", "div")
# Who is quoted, or where: below the words, not part of them.
_SOURCES = frozenset({"cite", "footer", "figcaption"})
_SIGNED = ("—", "–", "―", "--", "- ")
_STRAIGHT = re.compile(r'"([^"]*)"')
_CURLY = str.maketrans({_OPEN: _INNER_OPEN, _CLOSE: _INNER_CLOSE})


@dataclass(frozen=True, slots=True)
class _Words:
    """A text in the tree: what an element begins with or, as `is_tail`, what follows it."""

    element: HtmlElement
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def write(self, text: str) -> None:
        """Put this text in its place."""
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text

    @property
    def is_signature(self) -> bool:
        """Whether it begins like “— Ana Ruiz”."""
        return self.text.lstrip().startswith(_SIGNED)


def mark_quotations(tree: HtmlElement) -> None:
    """Put the words of each such element between quotation marks, in the tree itself.

    Words that stand between marks already are left as they are, and so are those of a pull quote, which the article
    has a second time.
    """
    blocks = [_quoted_paragraphs(block) for block in tree.iter("blockquote") if _is_quotation(block)]
    inline = list(tree.iter("q"))
    for element in inline:
        _mark_inline(element)
    for element in inline:
        # As a quotation of its own it would break the sentence around it.
        element.tag = "span"
    for paragraphs in blocks:
        _mark_paragraphs(paragraphs)


def _is_quotation(block: HtmlElement) -> bool:
    return not _is_inside(block, "blockquote") and "pull" not in (block.get("class") or "").casefold()


def _quoted_paragraphs(block: HtmlElement) -> list[list[_Words]]:
    """The words of each paragraph; none if they have marks."""
    paragraphs = [words for paragraph in _paragraphs(block) if (words := _words_of(paragraph))]
    _show_sources(block)
    return [] if paragraphs and _has_marks(paragraphs[0]) else paragraphs


def _mark_paragraphs(paragraphs: list[list[_Words]]) -> None:
    """Each opens with a mark, and the last one closes, as print has it."""
    for words in paragraphs:
        for each in words:
            each.write(_STRAIGHT.sub(rf"{_INNER_OPEN}\1{_INNER_CLOSE}", each.text).translate(_CURLY))
        _prefix(words[0], _OPEN)
    if paragraphs:
        _suffix(paragraphs[-1][-1], _CLOSE)


def _paragraphs(block: HtmlElement) -> list[HtmlElement]:
    """The innermost elements that are paragraphs; the block itself if it has none."""
    inside = [each for each in block.iter(*_BLOCKS) if next(each.iterdescendants(*_BLOCKS), None) is None]
    return inside or [block]


def _words_of(paragraph: HtmlElement) -> list[_Words]:
    """The texts that are quoted there, none of them blank: those before the signature, if there is one."""
    return list(takewhile(lambda words: not words.is_signature, _texts(paragraph)))


def _texts(element: HtmlElement) -> Iterator[_Words]:
    if element.tag in _SOURCES or not isinstance(element.tag, str):
        return
    if (element.text or "").strip():
        yield _Words(element, is_tail=False)
    for child in element:
        yield from _texts(child)
        if (child.tail or "").strip():
            yield _Words(child, is_tail=True)


def _show_sources(block: HtmlElement) -> None:
    """The extraction drops a footer; in a line of its own it says who is quoted."""
    for source in block.iter(*_SOURCES):
        source.tag = "span"
        if not _Words(source, is_tail=False).is_signature and source.text_content().strip():
            source.text = f" — {(source.text or '').lstrip()}"


def _mark_inline(element: HtmlElement) -> None:
    is_inner = _is_inside(element, "q", "blockquote")
    words = list(_texts(element))
    if words and not _has_marks(words):
        # At its very ends: what stands there inside may get marks of its own.
        end = _Words(element[-1], is_tail=True) if len(element) else _Words(element, is_tail=False)
        _prefix(_Words(element, is_tail=False), _INNER_OPEN if is_inner else _OPEN)
        _suffix(end, _INNER_CLOSE if is_inner else _CLOSE)


def _has_marks(words: list[_Words]) -> bool:
    return words[0].text.lstrip().startswith(tuple(_MARKS))


def _prefix(words: _Words, mark: str) -> None:
    stripped = words.text.lstrip()
    words.write(f"{words.text[: len(words.text) - len(stripped)]}{mark}{stripped}")


def _suffix(words: _Words, mark: str) -> None:
    stripped = words.text.rstrip()
    words.write(f"{stripped}{mark}{words.text[len(stripped) :]}")


def _is_inside(element: HtmlElement, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None
