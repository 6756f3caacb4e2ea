"""What the observatory of Mozilla and the secure-headers list of OWASP ask of a site, over every kind of answer."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from inspections.web.style import SHEETS, style_hash, style_sheet
from tests.security.addresses import every_address, read

ROOT = Path(__file__).resolve().parent.parent.parent

TEXTS = r"(?:text/(?:html|csv|plain|css)|application/(?:atom\+xml|xml|x-[a-z-]+)); charset=\"?utf-8\"?"
OTHERS = r"application/(?:problem\+)?json|image/(?:png|svg\+xml)"

# Each line: the rule, the header, and what its value must be. "OWASP" and "observatory" say who asks for it.
RULES = (
    ("observatory: a policy that allows nothing to begin with", "Content-Security-Policy", r".*default-src 'none'.*"),
    ("observatory: nothing unsafe, no scheme or host that stands for all", "Content-Security-Policy",
     r"(?!.*(?:unsafe|https?:|data:|blob:|\*)).*"),
    ("observatory: no script of any kind, so none may be listed", "Content-Security-Policy", r"(?!.*script-src).*"),
    ("observatory: forms lead here only", "Content-Security-Policy", r".*form-action 'self'.*"),
    ("observatory: no other base", "Content-Security-Policy", r".*base-uri 'none'.*"),
    ("observatory: no frame, by policy", "Content-Security-Policy", r".*frame-ancestors 'none'.*"),
    ("OWASP: no frame, for old browsers", "X-Frame-Options", r"DENY"),
    ("observatory: two years of https", "Strict-Transport-Security", r"max-age=63072000; includeSubDomains"),
    ("observatory: no guessing of types", "X-Content-Type-Options", r"nosniff"),
    ("observatory: no address is passed on", "Referrer-Policy", r"no-referrer"),
    ("OWASP: no power of the browser", "Permissions-Policy", r"(?:[a-z-]+=\(\)(?:, )?){20,}"),
    ("OWASP: a window of its own", "Cross-Origin-Opener-Policy", r"same-origin"),
    ("OWASP: nothing from elsewhere within", "Cross-Origin-Embedder-Policy", r"require-corp"),
    ("OWASP: who may use it elsewhere is said", "Cross-Origin-Resource-Policy", r"same-origin|cross-origin"),
    ("OWASP: no policy of old plug-ins", "X-Permitted-Cross-Domain-Policies", r"none"),
    ("OWASP: no name is looked up beforehand", "X-DNS-Prefetch-Control", r"off"),
    ("OWASP: how long it is kept is said", "Cache-Control", r"public, no-cache|no-store|(?:public, )?max-age=\d+.*"),
    ("OWASP: the type and its characters are said", "Content-Type", f"{TEXTS}|{OTHERS}"),
)  # fmt: skip
FORBIDDEN = (  # OWASP: what a server tells about itself; observatory: what is not set cannot be set wrongly
    "Set-Cookie", "Server", "X-Powered-By", "X-AspNet-Version", "X-Generator", "Via", "X-XSS-Protection",
    "Public-Key-Pins", "Expect-CT", "Feature-Policy", "Access-Control-Allow-Credentials", "Refresh",
)  # fmt: skip

# Every kind of answer: a name, an address, how it is asked, and the status it must have.
KINDS = (
    ("page", "/", {}, 200),
    ("list", "/inspections/", {}, 200),
    ("JSON", "/inspections.json", {}, 200),
    ("CSV", "/inspections.csv", {}, 200),
    ("Atom", "/feed.atom", {}, 200),
    ("sitemap", "/sitemap.xml", {}, 200),
    ("text", "/robots.txt", {}, 200),
    ("SVG", "/static/favicon.svg", {}, 200),
    ("alive", "/healthz", {}, 200),
    ("redirect", "/inspections", {}, 301),
    ("not understood", "/inspections/?grade=good", {}, 400),
    ("not understood, JSON", "/inspections.json?grade=good", {}, 400),
    ("too many parameters", "/inspections/?" + "&".join(["year=2019"] * 200), {}, 400),
    ("another host", "/", {"HTTP_HOST": "elsewhere.example"}, 400),
    ("nowhere", "/nowhere/", {}, 404),
    ("nowhere, JSON", "/nowhere.json", {}, 404),
    ("too long", "/inspections/?q=" + "a" * 9000, {}, 414),
)


def check(response, rules=RULES, without=()):
    """Every rule that an answer breaks, in words."""
    broken = [
        f"{rule}: {name} is {response.headers.get(name)!r}"
        for rule, name, wanted in rules
        if name not in without and not re.fullmatch(wanted, response.headers.get(name, "(none)"))
    ]
    return broken + [f"{name} is set" for name in FORBIDDEN if name in response.headers]


@pytest.mark.parametrize(("kind", "address", "how", "status"), KINDS, ids=[kind[0] for kind in KINDS])
def test_every_kind_of_answer_keeps_every_rule(record, client, kind, address, how, status):
    response = client.get(address, secure=True, **how)
    read(response)
    assert response.status_code == status
    bare = ("Content-Type", "Cache-Control") if status == 301 and "Location" in response.headers else ()
    assert not check(response, without=bare)


def test_every_address_keeps_every_rule(record, client):
    for address in every_address():
        response = client.get(address, secure=True)
        read(response)
        assert not check(response, without=("Content-Type", "Cache-Control")), address
        assert response.status_code < 500, address


def test_what_is_kept_already_is_renewed_with_the_same_policy(record, client):
    first = client.get("/inspections/", secure=True)
    again = client.get("/inspections/", secure=True, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not check(again, without=("Content-Type",))
    told = [dict(sorted((name, again.headers[name]) for _, name, _ in RULES if name != "Content-Type"))]
    assert told == [dict(sorted((name, first.headers[name]) for _, name, _ in RULES if name != "Content-Type"))]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_another_method_is_refused_under_the_same_rules(record, client, method):
    response = getattr(client, method)("/inspections/", secure=True)
    assert response.status_code == 405
    assert not check(response, without=("Cache-Control",))


def test_without_a_record_the_rules_are_kept(empty_record, client):
    response = client.get("/inspections/", secure=True)
    assert response.status_code == 503
    assert not check(response)


def test_a_question_that_is_stopped_is_answered_under_the_same_rules(record, client, settings):
    client.get("/")
    settings.ANSWER_SECONDS = -1
    response = client.get("/statements/", secure=True)
    assert response.status_code == 503
    assert "takes too long" in response.content.decode()
    assert not check(response)


def test_a_fault_of_the_site_is_answered_under_the_same_rules(record, client, monkeypatch):
    def fail(*_, **__):
        raise ValueError("a fault of the site")

    monkeypatch.setattr("inspections.web.reference.describe_coverage", fail)
    client.raise_request_exception = False
    response = client.get("/about/", secure=True)
    assert response.status_code == 500
    assert not check(response)
    assert "a fault of the site" not in response.content.decode()


def test_a_shared_picture_keeps_the_rules_and_may_be_shown_elsewhere(record, client):
    ref = client.get("/inspections.json").json()["results"][0]["id"]
    response = client.get(f"/inspections/{ref}.png", secure=True)
    assert response["Content-Type"] == "image/png"
    assert not check(response)
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert client.get("/", secure=True)["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_style_of_every_page_is_the_one_that_the_policy_names(record, client):
    styled = re.compile(r"<style>(.*?)</style>", re.S)
    for address in every_address():
        response = client.get(address)
        body = read(response)
        if response.headers.get("Content-Type", "").startswith("text/html") and body:
            kind = next((kind for kind in SHEETS if styled.findall(body.decode()) == [style_sheet(kind)]), None)
            assert kind is not None, address
            assert style_hash(kind) in response["Content-Security-Policy"]
    for template in ("500.html", "refused.html"):
        assert styled.findall(render_to_string(template, {"style": style_sheet()})) == [style_sheet()]


HARMFUL = (
    (re.compile(r"<script(?! type=\"application/ld\+json\">)", re.I), "a script"),
    (re.compile(r"\son[a-z]+\s*=", re.I), "a handler of events"),
    (re.compile(r"\sstyle\s*=", re.I), "a style of one element"),
    (re.compile(r"javascript:|data:text", re.I), "an address that runs"),
    (re.compile(r"<(?:iframe|object|embed|applet|base)\b", re.I), "something within the page"),
    (re.compile(r"\|\s*safe\b|autoescape off", re.I), "words that are not escaped"),
    (re.compile(r"<(?:link|img|source)[^>]+(?:src|href)=\"(?:https?:)?//", re.I), "something from elsewhere"),
)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_a_template_holds_nothing_that_the_policy_forbids(path):
    written = path.read_text(encoding="utf-8")
    assert not [what for pattern, what in HARMFUL if pattern.search(written)]


@pytest.mark.parametrize("harm", ['<script src="/x">', '<p onclick="x()">', "{{ text|safe }}", "<base href='/'>"])
def test_harm_in_a_template_is_recognised(harm):
    assert any(pattern.search(harm) for pattern, _ in HARMFUL)


def test_the_policy_itself_is_in_the_settings():
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert directives["default-src"] == ["'none'"]
    assert "script-src" not in directives


def test_django_finds_nothing_to_warn_of_where_it_is_served_for_real(tmp_path):
    environment = {
        "PATH": "/usr/bin:/bin", "HTTPS_ONLY": "true", "SITE_URL": "https://record.example.org",
        "ALLOWED_HOSTS": "record.example.org", "SECRET_KEY": "kT9-wq2_Lm4xVb7zRn8-cH5jPd3sGf6aYe1uXo0iJt2-hQ-0fWz7",
        "DATABASE_URL": f"sqlite:///{tmp_path}/record.sqlite3", "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "DEBUG"]
    answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert "no issues (2 silenced)" in answer.stdout


def test_https_alone_is_answered_where_it_is_asked_for(record, client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    from django.test import Client

    plain = Client().get("/inspections/?year=2019")
    assert (plain.status_code, plain["Location"]) == (301, "https://testserver/inspections/?year=2019")
    forwarded = Client().get("/inspections/", headers={"X-Forwarded-Proto": "https"})
    assert forwarded.status_code == 200
    assert "Strict-Transport-Security" in forwarded.headers
    assert Client().get("/healthz").status_code == 200
