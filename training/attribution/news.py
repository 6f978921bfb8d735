"""Articles of many countries in which people marked who said each quotation: `gold/train`, and the stories of several
outlets. See `gold/GUIDE.md` in the folder `shared`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.labelled_news import LabelledSpan, labelled_spans

_STORIES = ("stories", "planted", "conflicts")


@dataclass(frozen=True, slots=True)
class LabelledNews:
    """An article with its marked words."""

    id: str
    outlet: str
    text: str
    spans: tuple[LabelledSpan, ...]


def read_news(folder: Path) -> tuple[LabelledNews, ...]:
    """The articles of a folder of NAME.txt and NAME.gold.json; a name is the outlet's and a number."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        text = path.with_name(f"{name}.txt").read_text("utf-8")
        spans = labelled_spans(json.loads(path.read_text("utf-8"))["quotes"])
        found.append(LabelledNews(name, re.sub(r"_\d+$", "", name), text, spans))
    return tuple(found)


def read_stories(gold: Path) -> tuple[LabelledNews, ...]:
    """The articles of the stories; a story stands for an outlet, since its articles share words and people."""
    found = []
    for path in sorted(path for kind in _STORIES for path in (gold / kind).glob("*/speakers.json")):
        for article in json.loads(path.read_text("utf-8")):
            name = f"{path.parent.name}/{article['article']}"
            text = (path.parent / article["article"]).read_text("utf-8")
            found.append(LabelledNews(name, path.parent.name, text, labelled_spans(article["quotes"])))
    return tuple(found)


def folds_of(articles: Sequence[LabelledNews], n_folds: int) -> Mapping[str, int]:
    """The fold of each outlet: all articles of one outlet are in one fold, and the folds about equally large."""
    sizes = Counter(article.outlet for article in articles)
    filled = [0] * n_folds
    folds: dict[str, int] = {}
    for outlet, size in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0])):
        folds[outlet] = min(range(n_folds), key=filled.__getitem__)
        filled[folds[outlet]] += size
    return folds
