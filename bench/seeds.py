"""The seeds' labels, scored where the folder `shared` and its scorers are not there.

The definitions are those of `score_gold.py` in short: a labelled span is found where a quotation covers four fifths
of it; the speaker is right where the name holds every word of the labelled one; roles and organisations are alike
where they share half of their words.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.answers import Analyses, Answer

_TITLES = """
    mr mrs ms miss dr prof professor president minister sen senator rep representative gov governor gen general lt
    col colonel sir dame lord lady judge justice chief prime foreign former the a an its his her their king queen
    prince princess pope father rev reverend sheikh imam ambassador secretary chairman capt captain sgt maj
"""
_SMALL_WORDS = frozenset(("the", "a", "an", "its", "his", "her", "their", "s", "of"))
_COVERED, _ALIKE = 0.8, 0.5
# Words that a longer form of the name may have besides those of the labelled one.
_MOST_MORE = 3
_SHORTEST_STEM = 4

_Facts = dict[str, set[str]]


def seeds_scores(analyses: Analyses, gold: Path, texts: Path) -> Mapping[str, float]:
    """Found and right speakers as parts of one; the F measures of roles and organisations."""
    labels: list[tuple[Mapping[str, Any], list[Mapping[str, Any]]]] = []
    for article in json.loads(gold.read_text("utf-8"))["articles"]:
        text = (texts / f"{article['article']}.txt").read_text("utf-8")
        answer = analyses([{"id": article["article"], "text": text}])
        labels += [(label, _speakers(answer, label)) for label in article["quotes"] if label["speech"]]
    named = [(label, found) for label, found in labels if label["speaker"]]
    right = [(label, speakers) for label, found in named if (speakers := _right(label, found))]
    return {
        "found": sum(bool(found) for _, found in labels) / len(labels),
        "speaker": len(right) / len(named),
        "role": _f_measure(_facts(named, right, "role")),
        "org": _f_measure(_facts(named, right, "organization")),
    }


def _speakers(answer: Answer, label: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The speakers of the quotations that cover the label; an empty one for a quotation without a speaker."""
    speakers = {speaker["id"]: speaker for speaker in answer["speakers"]}
    covering = (each for each in answer["quotations"] if each["is_speech"] and _covers(each["parts"], label))
    return [speakers.get(each["speaker_id"], {"name": "", "affiliations": []}) for each in covering]


def _covers(parts: Iterable[Mapping[str, int]], label: Mapping[str, int]) -> bool:
    start, end = label["start"], label["end"]
    covered = sum(max(0, min(end, part["end"]) - max(start, part["start"])) for part in parts)
    return covered >= _COVERED * (end - start)


def _right(label: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    wanted = [label["speaker"], *label.get("accept", ())]
    return list(found) if any(same_name(each["name"], name) for each in found for name in wanted) else []


def _facts(
    named: Iterable[tuple[Mapping[str, Any], object]],
    right: Iterable[tuple[Mapping[str, Any], list[Mapping[str, Any]]]],
    field: str,
) -> tuple[_Facts, _Facts]:
    """What the labels and the answer say of each labelled speaker; of the answer only where the speaker is right."""
    labelled: _Facts = defaultdict(set)
    answered: _Facts = defaultdict(set)
    for label, _ in named:
        labelled[label["speaker"]] |= {post[field] for post in label["affiliations"] or () if post.get(field)}
    for label, speakers in right:
        for speaker in speakers:
            answered[label["speaker"]] |= {post[field] for post in speaker["affiliations"] if post[field]}
    return labelled, answered


def _f_measure(facts: tuple[_Facts, _Facts]) -> float:
    labelled, answered = facts
    precision, recall = _share(answered, labelled), _share(labelled, answered)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(facts: _Facts, others: _Facts) -> float:
    alike = [any(loosely(fact, other) for other in others.get(who, ())) for who, each in facts.items() for fact in each]
    return sum(alike) / len(alike) if alike else 0.0


def same_name(name: str, labelled: str) -> bool:
    """Equal words, titles aside; or a longer form with every word of the labelled name."""
    ours, theirs = _name_words(name), _name_words(labelled)
    if not ours or not theirs:
        return False
    return "".join(ours) == "".join(theirs) or (set(theirs) <= set(ours) and len(ours) <= len(theirs) + _MOST_MORE)


def loosely(first: str, second: str) -> bool:
    """At least half of the words shared, forms of one stem counted as one."""
    ours, theirs = (set(_words(text)) - _SMALL_WORDS for text in (first, second))
    shared = sum(any(_same_stem(word, other) for other in theirs) for word in ours)
    return bool(ours and theirs) and shared / (len(ours) + len(theirs) - shared) >= _ALIKE


def _same_stem(word: str, other: str) -> bool:
    """The same word, or one stem with another ending: Korea and Korean."""
    shorter = min(len(word), len(other))
    stem = max(_SHORTEST_STEM, shorter - 1)
    return word == other or (shorter >= _SHORTEST_STEM and word[:stem] == other[:stem])


def _name_words(name: str) -> list[str]:
    words = list(_words(name))
    return [word for word in words if word not in _TITLES.split()] or words


def _words(text: str) -> Iterator[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    plain = re.sub("[’']s", "", plain.casefold()).replace("-", " ").replace("‘", "").replace("’", "")
    return iter(re.findall(r"\w+", plain))
