"""Name variants of an archive are merged as linking merges them."""

from functools import reduce

import pytest

from service.archive.comparing import names
from service.archive.comparing.components import components
from service.archive.comparing.speakers import speaker_id
from service.archive.encoding import decode, encode
from service.archive.engine import TEXT, col, frame_of
from service.domain.articles import Article
from service.domain.quotations import Speaker
from service.linking.speakers.merging import merge_speakers
from tests.archive.archives import REPORTS, newsroom
from tests.linking.reports import report, titled

MANY = [
    report(f"m{place}", (f"{first} Lee", "We wait."))
    for place, first in enumerate(["Ann", "Bob", "Cal", "Dan", "Eve", "Flo", "Gus", "Hal", "Ida"])
]
CASES = {
    "reports": REPORTS,
    "a surname of two": (
        report("a", ("Ann Lee", "No.")),
        report("b", ("Bob Lee", "Yes.")),
        report("c", ("Lee", "We wait.")),
    ),
    "a surname of one": (report("a", ("Ann Lee", "No.")), report("c", ("Lee", "We wait."))),
    "two in one article": (report("a", ("Ann Lee", "No."), ("A. Lee", "Yes."))),
    "a surname of many": (*MANY, report("x", ("Lee", "No."), ("Hal Lee", "Yes."))),
}
CASES["two in one article"] = (CASES["two in one article"],)


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_each_is_the_speaker_that_linking_finds(reports):
    check(reports)


def test_the_speakers_of_a_newsroom_are_those_that_linking_finds():
    check(newsroom(12))


def check(reports):
    """Each name variant has the speaker that one comparison finds."""
    analyses = frame_of([(encode(one),) for one in reports], {"analysis": TEXT})
    described = names.described(analyses).collect()
    variants = names.variants(described).collect()
    keys = names.name_keys(variants).collect()
    of_parts = (names.met(keys.where(col("key") // 4 % 2 == part)) for part in range(2))
    related = names.related(reduce(lambda one, other: one.concat(other), of_parts), variants)
    links = names.leading(names.name_links(related, names.together(described))).collect()
    merged = names.merged(variants, links, components(links))
    speaker_of = dict(zip(*merged.to_pydict().values(), strict=True))
    expected = merge_speakers(reports)
    for row in described.to_pylist():
        assert speaker_id(speaker_of[row["variant"]]) == expected.merged_id(row["article_id"], row["speaker_id"])
    assert len(speaker_of) == variants.count_rows()


def test_the_text_and_title_around_a_position_are_kept():
    one = titled(report("a", ("Ann Lee", "We wait.", ("mayor", "Lima"))), "Ann Lee", "No.", ("chair", "Fund"))
    (row,) = names.described(frame_of([(encode(one),)], {"analysis": TEXT})).to_pylist()
    article = decode(Article, row["article"])
    for each in decode(Speaker, row["speaker"]).affiliations:
        assert article.content(each.span.field)[each.span.start : each.span.end] == each.span.text
