"""The words of a quotation as they are compared."""

from service.linking.wording.tokens import COMMON, RARE, SMALL, weight, words_of


def keys(text):
    return [word.key for word in words_of(text)]


def test_marks_and_capitals_are_dropped():
    assert keys("“Yes — we WILL,” he said!") == ["yes", "we", "will", "he", "said"]


def test_a_word_is_one_in_every_form_of_unicode():
    """With an accent of its own, a soft hyphen or a zero-width blank."""
    assert words_of("die cathe\u0301drale") == words_of("die cathédrale") == words_of("die cathé\u00addra\u200ble")


def test_percent_is_one_word_however_written():
    assert keys("30 per cent, 30 percent, 30%") == ["30", "percent"] * 3


def test_written_numbers_are_one_number():
    assert keys("two thousand people, 2.5 million euros") == ["2000", "people", "2500000", "euros"]


def test_bracketed_words_are_glosses():
    told = words_of("They [the miners] left (in 2019).")
    assert [word.printed for word in told if word.is_gloss] == ["the", "miners", "in", "2019"]


def test_an_ellipsis_leaves_a_gap_before_the_next_word():
    for ellipsis in ("…", "...", "(…)", "[...]"):
        told = words_of(f"We came {ellipsis} We left")
        assert [word.follows_gap for word in told] == [False, False, True, False]


def test_a_stop_ends_a_sentence_but_not_after_a_title():
    told = words_of("Mr. Okoro left. He ran.")
    assert [word.printed for word in told if word.starts_sentence] == ["Mr", "He"]


def test_names_and_numbers_are_known():
    told = words_of("Yesterday Okoro paid 300")
    assert [word.printed for word in told if word.is_name] == ["Okoro"]
    assert [word.printed for word in told if word.is_number] == ["300"]


def test_rare_words_say_most():
    the, people, cable = words_of("the people cable")
    assert (the.weight, people.weight, cable.weight) == (SMALL, COMMON, RARE)
    assert weight((the, people, cable)) == SMALL + COMMON + RARE


def test_a_headlines_capitals_show_no_names():
    """A small word with a capital inside tells one; "I" has its own, and a name of several words is none."""

    def names(text):
        return [word.printed for word in words_of(text) if word.is_name]

    assert names("Mayor Okoro To Show A Little Class") == []
    assert names("I'm Not Going To Pay For 3 Bridges") == []
    assert names("The Bank of Hillford") == ["Bank", "Hillford"]
    assert names("Ask Okoro if I Lied") == ["Okoro", "Lied"]
    assert names("Commander-In-Chief") == ["Chief"]
    assert names("They saw Okoro And Reed at the bank") == ["Okoro", "Reed"]
