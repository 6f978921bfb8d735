"""`<blockquote>` and `<q>` are quotations, with marks as print has them."""

import pytest

from service.ingestion.html_extraction import read_page

AROUND = "<p>Ana Ruiz wrote to the council on Friday, as the paper had reported:</p>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>She called it <q>a long day</q> for the town.</p>", "She called it “a long day” for the town."),
        ("<p>She said <q>he called it <q>long</q></q>.</p>", "She said “he called it ‘long’”."),
        ("<p>She called it “<q>a long day</q>” then.</p>", "She called it ““a long day”” then."),
        ("<p>She called it <q>“a long day”</q> then.</p>", "She called it “a long day” then."),
        ("<p>She said <q> </q> nothing then.</p>", "She said nothing then."),
        ("<blockquote>We will build it.</blockquote>", "“We will build it.”"),
        ("<blockquote><p>We will.</p><p>And soon.</p></blockquote>", "“We will.\n\n“And soon.”"),
        ("<blockquote><p>We <i>will</i>.</p></blockquote>", "“We will.”"),
        ("<blockquote>“We will.”</blockquote>", "“We will.”"),
        ('<blockquote>He said "no" and “never”.</blockquote>', "“He said ‘no’ and ‘never’.”"),
        ("<blockquote>He said <q>no</q> to us.</blockquote>", "“He said ‘no’ to us.”"),
        ("<blockquote><p>We will.</p><footer>Ana Ruiz</footer></blockquote>", "“We will.”\n\n— Ana Ruiz"),
        ("<blockquote>We will. <cite>— Ana Ruiz</cite></blockquote>", "“We will.” — Ana Ruiz"),
        ("<blockquote><p>We will.</p>— Ana Ruiz (@ana)</blockquote>", "“We will.”\n\n— Ana Ruiz (@ana)"),
        ("<blockquote><p>We will.</p><p>— Ana Ruiz</p></blockquote>", "“We will.”\n\n— Ana Ruiz"),
        ('<blockquote class="pullquote">We will build it.</blockquote>', "We will build it."),
        ("<blockquote></blockquote><p>So she wrote.</p>", "So she wrote."),
    ],
)
def test_words_get_their_marks(html: str, text: str):
    found = read_page(f"<html><body><article>{AROUND}{html}{AROUND}</article></body></html>").text
    around = AROUND.removeprefix("<p>").removesuffix("</p>")
    assert found.removeprefix(around).removesuffix(around).strip() == text
