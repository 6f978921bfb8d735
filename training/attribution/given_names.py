"""Write the genders of given names: `python -m training.attribution.given_names NAME_DATA`.

NAME_DATA is `name_data.json` of the package nomquamgender 0.1.4 (MIT licence). It holds, for each name, how many of 36
lists of people from all over the world have it, how many people bear it, and the share of women among them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from service.text.folding import folded_words
from training.attribution.tables import PACKAGED, write_table

COMMENT = """\
Given names, folded, whose bearers are nearly all of one gender, from the 36 lists of people in nomquamgender 0.1.4 (MIT
licence): written by `python -m training.attribution.given_names`."""
# A name that fewer lists or people have may be a surname or a slip. The table tells the gender of 166 of the 268 people
# whom the training articles and the stories name in full and call "he" or "she", and is wrong about one of them; in GAP
# of 921 of 1,164, and is wrong about two.
_FEWEST_LISTS, _FEWEST_PEOPLE, _LEAST_SHARE = 8, 100, 0.95

NameData = Mapping[str, Sequence[float]]


def main() -> None:
    """Write the table."""
    options = _options()
    names = dict(sorted(genders(json.loads(options.name_data.read_text("utf-8")))))
    write_table(options.output / "given_name_genders.txt", COMMENT, names)


def genders(people: NameData) -> Iterator[tuple[str, str]]:
    """Each name that tells a gender, with it; spellings that fold to one word are one name."""
    n_lists: dict[str, float] = {}
    n_people: dict[str, float] = {}
    n_women: dict[str, float] = {}
    for name, (lists, bearers, share, *_) in people.items():
        words = folded_words(name)
        if len(words) == 1:
            n_lists[words[0]] = max(lists, n_lists.get(words[0], 0))
            n_people[words[0]] = bearers + n_people.get(words[0], 0)
            n_women[words[0]] = bearers * share + n_women.get(words[0], 0)
    for name, bearers in n_people.items():
        if name.isalpha() and len(name) > 1 and n_lists[name] >= _FEWEST_LISTS and bearers >= _FEWEST_PEOPLE:
            share = n_women[name] / bearers
            if max(share, 1 - share) >= _LEAST_SHARE:
                yield name, "f" if share > 1 / 2 else "m"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name_data", type=Path, help="name_data.json of nomquamgender")
    parser.add_argument("--output", type=Path, default=PACKAGED, help="folder that the table goes to")
    return parser.parse_args()


if __name__ == "__main__":
    main()
