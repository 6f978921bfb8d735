"""The security headers of every answer."""

from flask import Flask, Response

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Other sites learn nothing; with "no-referrer", browsers would hide the page's origin from this service, too,
    # which checks forms against it (see `cors`).
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    # Nothing may be loaded; a blueprint that serves pages allows what its pages need.
    "Content-Security-Policy": ("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
}


def register_headers(app: Flask) -> None:
    """Adds the headers to every answer that has not set them."""
    app.after_request(_with_headers)


def _with_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response
