"""How often outlets and speakers are quoted, contradicted and corrected: a plot with a table beside it."""

from flask import Response

from service.presentation.bar_chart import ROW, bars
from service.web import use_cases
from service.web.desk.blueprint import desk, page

# As many bars as fill a screen.
_MOST_BARS = 15


@desk.get("/figures")
def show_figures() -> Response:
    """The outlets and the speakers with the most quotations."""
    outlets = use_cases().queries.outlet_figures(_MOST_BARS)
    speakers = use_cases().queries.speaker_figures(_MOST_BARS)
    return page(
        "figures.html",
        title="Figures",
        outlets=outlets,
        speakers=speakers,
        outlet_bars=bars([(one.outlet, one.n_quotations, one.n_contradicted, one.n_corrected) for one in outlets]),
        speaker_bars=bars([(one.name, one.n_quotations, one.n_contradicted, one.n_corrected) for one in speakers]),
        row=ROW,
        most=_MOST_BARS,
    )
