"""Words by rules: as the treebank splits them."""

import time

import pytest

from service.parsing.words import find_words


def words(text: str) -> str:
    """The words of the text, parted by blanks."""
    return " ".join(text[start:end] for start, end in find_words(text))


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("They don’t know, can't see and cannot say.", "They do n’t know , ca n't see and can not say ."),
        ("Lee's plan, the Lees’ plan: it’s I'm", "Lee 's plan , the Lees ’ plan : it ’s I 'm"),
        ("O’Neill, L'Enfant, Sha'lan, d’Arc", "O’Neill , L'Enfant , Sha'lan , d’Arc"),
        ("Mr. Lee of Example Inc. left the U.S. at 9 a.m.", "Mr. Lee of Example Inc. left the U.S. at 9 a.m."),
        ("J. R. Lee, Ph.D., No. 5", "J. R. Lee , Ph.D. , No. 5"),
        ("No. Never.", "No . Never ."),
        ("Kim Min-ho, a 15-year-old non-smoker", "Kim Min - ho , a 15 - year - old non-smoker"),
        ("$1,200.50, 40% of 5:30, 9/11 and the 1990s' 21st", "$ 1,200.50 , 40 % of 5:30 , 9/11 and the 1990s ' 21st"),
        ("Why?! No... -- “yes”", "Why ?! No ... -- “ yes ”"),
        ("Ask a.lee@example.org, https://example.org/a?b=c.", "Ask a.lee@example.org , https://example.org/a?b=c ."),
        ("call 555-123-4567, read plan.pdf #now", "call 555-123-4567 , read plan.pdf #now"),
        ("apples, pears, etc. were sold, etc.", "apples , pears , etc. were sold , etc ."),
        ("「はい」 ναί", "「 はい 」 ναί"),
        ("Thats alot, im sure; Lets go, dont stay", "That s a lot , i m sure ; Let s go , do nt stay"),
        ("Ms. Im and Mr. Ive were ill; he lets them in", "Ms. Im and Mr. Ive were ill ; he lets them in"),
        ("at 7:30PM, 5pm or 6 a.m.", "at 7:30 PM , 5 pm or 6 a.m."),
        ("US$5M and $1.2B, a 10K race, 3M plants", "US$ 5 M and $ 1.2 B , a 10 K race , 3M plants"),
        ("on 9/11, 10/12/2020 and 24/7", "on 9/11 , 10/12/2020 and 24 / 7"),
        ("555/123-4567, x3-1234, 12345-6789, 12-20-2000", "555/123-4567 , x3-1234 , 12345-6789 , 12-20-2000"),
        ("Mobile, Ala., Erie, Pa. and Boise", "Mobile , Ala. , Erie , Pa. and Boise"),
        ("on Sat. Sept. 5; he sat. Then Ill. won", "on Sat. Sept. 5 ; he sat . Then Ill . won"),
        ("Dr.Lee, oz., a.k.a Kim, M.D.", "Dr. Lee , oz. , a.k.a Kim , M.D."),
        ("the gov't, in '72, give 'em, I`m: '15 men'", "the gov't , in '72 , give 'em , I `m : ' 15 men '"),
        ("w/out it, w/salt, c/o Lee, his A/C, w/o", "w/out it , w/ salt , c / o Lee , his A / C , w/o"),
        ("Ann- hello, T- no, $$$ ===> :) (: ….", "Ann - hello , T- no , $$$ ===> :) (: …."),
    ],
)  # fmt: skip
def test_text_is_split_as_the_treebank_splits_it(text: str, split: str):
    assert words(text) == split


@pytest.mark.parametrize("text", ["", " \n", "x" * 999, "a" * 300 + " b", "ﬁ⁄½ \u200b\u00ad🇰🇷", "''''``’’"])
def test_all_that_is_not_blank_is_in_a_word_of_bounded_length(text: str):
    places = find_words(text)
    assert "".join(text[start:end] for start, end in places) == "".join(text.split())
    assert all(0 < end - start <= 250 for start, end in places)


@pytest.mark.parametrize("unit", ["1-", "a-", "w/", "its ", "a.b@"])
def test_no_run_of_letters_takes_time_that_grows_with_its_square(unit: str):
    text = unit * (50_000 // len(unit))
    began = time.process_time()
    find_words(text)
    # Under one second; as a square, 4.8 for 20,000 letters.
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "split"),
    [
        pytest.param("Lee spoke, and left", "Lee spoke , and left", id="plain words and commas"),
        pytest.param("they cannot, or wont, go", "they can not , or wo nt , go", id="what comes apart without a mark"),
        pytest.param("Im sure Ive left; Lets go", "Im sure Ive left ; Let s go", id="capitals decide"),
        pytest.param("im sure, ive left", "i m sure , i ve left", id="small letters come apart"),
        pytest.param("Élan vital, the\u00a0“end”", "Élan vital , the “ end ”", id="letters and blanks of all kinds"),
    ],
)
def test_words_of_plain_letters_are_split_as_the_rules_split_all(text: str, split: str):
    assert " ".join(text[start:end] for start, end in find_words(text)) == split
