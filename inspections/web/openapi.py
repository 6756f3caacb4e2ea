"""The JSON interface described for programs, as OpenAPI: made from the site map and the filters themselves.

An address that ends in ``.json`` is described as soon as it stands in ``urls``; what its answer holds is
told in ``described``. The tests hold real answers against it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import get_resolver

from inspections.web import described
from inspections.web.answers import refuse_parameters, site_of
from inspections.web.fields import LONGEST_WORDS, MOST_REPEATED, PageField, RepeatedField, YearField
from inspections.web.filters import AuthorityQuestion, InspectionQuestion, SourceQuestion, StatementQuestion
from inspections.web.national import NationalQuestion
from inspections.web.national_counts import CountsQuestion
from inspections.web.national_described import ROWS, answer_of
from inspections.web.national_map import MapQuestion
from inspections.web.question import Question
from inspections.web.quote_check import LONGEST
from inspections.web.search import SearchQuestion

Object = dict[str, Any]
VARIABLE = re.compile(r"<(\w+):(\w+)>")
QUESTIONS: dict[str, type[Question]] = {
    "authorities.json": AuthorityQuestion, "inspections.json": InspectionQuestion, "search.json": SearchQuestion,
    "sources.json": SourceQuestion, "statements.json": StatementQuestion, "national.json": NationalQuestion,
    "national/map.json": MapQuestion, "national/counts.json": CountsQuestion, "national/waiting.json": NationalQuestion,
}  # fmt: skip
QUOTE_CHECK = (
    ("q", True, {"type": "string", "minLength": 1, "maxLength": LONGEST}, "The words to look for."),
    ("by", False, {"type": "string", "maxLength": 200}, "Where they are said to come from: “Ofsted, May 2016”."),
    ("report", False, {"type": "string", "maxLength": 16}, "The id of a source they are said to come from."),
)
ABOUT = (
    "Only GET and HEAD. Nothing is asked of who asks: no key, no cookie, no account. Every answer names the edition it "
    "belongs to and carries an ETag. A parameter that is not understood is refused."
)
MOST_CHOICES = 80  # that are listed by name; longer lists are pages of this site


def openapi(request: HttpRequest) -> HttpResponse:
    """The description, with the address it is asked at."""
    if refused := refuse_parameters(request, "openapi", "json"):
        return refused
    return JsonResponse(
        describe() | {"servers": [{"url": site_of(request)}]}, json_dumps_params={"ensure_ascii": False}
    )


@cache
def describe() -> Object:
    """The whole interface."""
    routes = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    told = [route for route in routes if route.endswith(".json") and not route.endswith("csl.json")]
    told.remove("openapi.json")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Inspection Record",
            "version": "1",
            "summary": "What inspectors found in English local authorities, with the words that prove it.",
            "description": ABOUT,
            "license": {"name": "Each source’s own, as its object says", "url": "https://opensource.org/license/mit"},
        },
        "paths": {"/" + VARIABLE.sub(r"{\2}", route): {"get": _operation(route)} for route in told}
        | {"/healthz": {"get": _alive()}},
        "components": {"schemas": described.SCHEMAS},
    }


def _operation(route: str) -> Object:
    schema = answer_of(route) if route in ROWS else described.ANSWERS.get(route, described.of("Answer"))
    words = VARIABLE.sub("one", route).removesuffix(".json").replace("/", " ")
    return {
        "operationId": re.sub(r"[^a-z]+", "_", words).strip("_"),
        "parameters": [*_in_address(route), *_in_question(route)],
        "responses": {"200": _answer("The answer.", "application/json", schema)} | _refusals(),
    }


def _in_address(route: str) -> list[Object]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer", "minimum": 0, "maximum": 999_999_999}
            if kind == "counted"
            else {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$", "maxLength": 200},
        }
        for kind, name in VARIABLE.findall(route)
    ]


def _in_question(route: str) -> list[Object]:
    if route == "quote-check.json":
        return [_parameter(name, schema, words, required) for name, required, schema, words in QUOTE_CHECK]
    if route == "editions/<counted:number>.json":
        return [_parameter("page", {"type": "integer", "minimum": 1}, "Pages of changes, from 1.")]
    question = QUESTIONS.get(route)
    if question is None:
        return []
    return [_parameter(name, *_values(given.field)) for name, given in question.base_filters.items()]


def _parameter(name: str, schema: Object, words: str = "", required: bool = False) -> Object:
    told: Object = {"name": name, "in": "query", "required": required, "schema": schema}
    if schema["type"] == "array":
        told |= {"style": "form", "explode": True}
    return told | ({"description": words} if words else {})


def _values(field: Any) -> tuple[Object, str]:
    """What a filter takes, from the field that holds visitors to it."""
    if isinstance(field, RepeatedField):
        return {"type": "array", "items": {"type": "string"}, "maxItems": MOST_REPEATED}, "May be given several times."
    if isinstance(field, PageField):
        return {"type": "integer", "minimum": 1, "maximum": 1_000_000}, "Pages are numbered from 1."
    if isinstance(field, YearField):
        return {"type": "integer", "minimum": 1990, "maximum": 2100}, ""
    choices = [value for value, _ in getattr(field, "choices", ()) if value]
    if 0 < len(choices) <= MOST_CHOICES:
        return {"type": "string", "enum": choices}, ""
    return {"type": "string", "maxLength": LONGEST_WORDS}, ""


def _answer(words: str, media: str, schema: Object) -> Object:
    return {"description": words, "content": {media: {"schema": schema}}}


def _refusals() -> Object:
    problem = {"$ref": "#/components/schemas/Problem"}
    told = {
        "400": "A parameter was not understood: each is named.",
        "404": "There never was anything at this address.",
        "410": "It was withdrawn: the problem says by which edition.",
        "413": "The request has a body.",
        "414": "The address is too long.",
        "503": f"The question takes longer than {settings.ANSWER_SECONDS} seconds, or there is no record yet.",
    }
    refused = {status: _answer(words, "application/problem+json", problem) for status, words in told.items()}
    refused["301"] = {"description": "It is known by another id now."}
    refused["304"] = {"description": "The edition is the one that If-None-Match names."}
    refused["405"] = {"description": "Only GET and HEAD are answered."}
    return refused


def _alive() -> Object:
    schema = {"$ref": "#/components/schemas/Alive"}
    return {"operationId": "healthz", "responses": {"200": _answer("Alive.", "application/json", schema)}}
