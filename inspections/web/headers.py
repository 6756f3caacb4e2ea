"""What every answer tells the browser it may do: nothing but show a page of ours.

One policy for every kind of answer. A 304 renews the headers of a page that is kept, so it must say the same
as the 200 did. The style sheet stands in each page and is allowed by its hash, and the hashes are the same for
everybody: a kept page stays valid. Nothing may run, be framed, or be fetched from elsewhere.
"""

from __future__ import annotations

from functools import cache

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

from inspections.web.style import style_hashes

POWERS = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-create",
    "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "sync-xhr", "usb",
    "window-management", "xr-spatial-tracking",
)  # fmt: skip
FIXED = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in POWERS),
    "X-DNS-Prefetch-Control": "off",
    "X-Permitted-Cross-Domain-Policies": "none",
}
PAGES_OF_DEBUG = (404, 500)  # Django's own, with styles that no policy of ours allows
TAKEN_ALONG = (".json", ".csv", ".atom", ".png", ".bib", ".ris", ".txt")  # made to be used on other people's pages


class HeadersMiddleware(MiddlewareMixin):
    """The content policy of ``settings.CONTENT_SECURITY_POLICY`` with the hash of the style, and what is fixed."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        shared = "cross-origin" if request.path_info.endswith(TAKEN_ALONG) else "same-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", shared)
        if not (settings.DEBUG and response.status_code in PAGES_OF_DEBUG):
            response.headers.setdefault(HEADER, content_policy())
        return response


@cache
def content_policy() -> str:
    """The same for every answer of this process."""
    written: str = build_policy(update={"style-src": style_hashes()})
    return written
