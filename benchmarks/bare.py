"""The least that Django does: a word, and a template of fifty rows from memory. Served to be compared with."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

TEMPLATE = """<!doctype html><title>Rows</title><table>{% for row in rows %}<tr><td>{{ row.inspected }}</td>
<td><a href="/inspections/{{ row.ref }}/">{{ row.title }}</a></td><td>{{ row.authority }}</td><td>{{ row.service }}</td>
<td>{{ row.kind }}</td><td>{{ row.scale }}</td><td>{{ row.grade }}</td></tr>{% endfor %}</table>"""
ROWS = [
    {
        "ref": f"made{number:06}", "title": f"Birmingham & district: adult learning, inspection, {number} May 2019",
        "authority": "Birmingham", "service": "Adult learning", "kind": "full inspection",
        "scale": "Ofsted four-point scale", "grade": "Good", "inspected": f"2019-05-{number % 28 + 1:02}",
    }
    for number in range(50)
]  # fmt: skip


def word(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


def rows(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_template.render({"rows": ROWS}, request))


settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=secrets.token_hex(),
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
urlpatterns = [path("hello", word), path("rows", rows)]
application = get_wsgi_application()
_template: Any = engines["django"].from_string(TEMPLATE)
