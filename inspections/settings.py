"""One file of settings: everything that differs between machines comes from the environment.

A wrong value stops the program with the variable's name and what it should look like.
"""

from __future__ import annotations

import os
import re
import secrets
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
DATABASE_ENGINES = {"sqlite": "inspections.sqlite_record", "postgresql": "django.db.backends.postgresql"}
DATABASE_SHAPE = "sqlite:///record.sqlite3 or postgresql://user:password@host:5432/name"
CACHE_SHAPE = "off, local, or the address of a shared cache, such as postgresql://host/name or redis://host:6379/0"


def wrong(variable: str, value: str, shape: str) -> ImproperlyConfigured:
    """The error for a value that is not understood; passwords in addresses are not repeated."""
    shown = re.sub(r"//[^/@]*@", "//***@", value)
    return ImproperlyConfigured(f"{variable} is {shown!r}. It should look like this: {shape}")


def read_switch(variable: str, default: bool) -> bool:
    """A switch from the environment: true or false."""
    value = os.environ.get(variable, "").strip().lower()
    if not value:
        return default
    if value in {"true", "1", "yes", "on"}:
        return True
    if value in {"false", "0", "no", "off"}:
        return False
    raise wrong(variable, value, "true or false")


def read_database(variable: str, address: str, schemes: tuple[str, ...], shape: str) -> dict[str, object]:
    """One database from its address; a relative SQLite path starts at the project's folder."""
    scheme, _, rest = address.partition("://")
    if scheme not in schemes or not rest:
        raise wrong(variable, address, shape)
    try:
        parsed = environ.Env.db_url_config(address)
    except ValueError as error:  # a port that is no number, a host that is no host
        raise wrong(variable, address, shape) from error
    parsed["ENGINE"] = DATABASE_ENGINES[scheme]
    if scheme == "sqlite":
        if not rest.startswith("/") or parsed["NAME"] in {"", "/", ":memory:"}:
            raise wrong(variable, address, shape)
        parsed["NAME"] = str(ROOT / str(parsed["NAME"]))
        parsed["CONN_MAX_AGE"] = None  # each request asks whether another file has taken its place
    elif not parsed["NAME"] or not parsed["HOST"]:
        raise wrong(variable, address, shape)
    else:
        parsed |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}  # kept, and opened again after a restart
        parsed["HOST"] = unquote(
            str(parsed["HOST"])
        )  # the folder of a socket: postgresql://user@%2Frun%2Fpostgresql/name
    return parsed


def read_hosts(variable: str, default: str) -> list[str]:
    """Host names separated by commas, without scheme, port or path."""
    value = os.environ.get(variable, "").strip() or default
    hosts = [host.strip() for host in value.split(",") if host.strip()]
    for host in hosts:
        if not re.fullmatch(r"\*|\.?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:.]+\]", host):
            raise wrong(variable, value, "record.example.org,www.example.org (no scheme, no port, no path)")
    return hosts


def read_site(variable: str) -> str:
    """The public address, without a slash at its end; empty: taken from each request."""
    value = os.environ.get(variable, "").strip()
    if not value:
        return ""
    shape = "https://record.example.org (scheme and host, no path)"
    try:
        parts = urlsplit(value)
        port_is_a_number = parts.port is None or parts.port > 0
    except ValueError as error:
        raise wrong(variable, value, shape) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_a_number:
        raise wrong(variable, value, shape)
    if parts.path not in {"", "/"} or parts.query or parts.fragment or parts.username:
        raise wrong(variable, value, shape)
    return value.rstrip("/")


def read_page_cache(variable: str) -> dict[str, object]:
    """Where finished pages are kept: nowhere, in each process, or in a cache that processes share."""
    value = os.environ.get(variable, "").strip() or "local"
    if value == "off":
        return {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    if value == "local":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}}
    if re.fullmatch(r"rediss?://[^/\s]+(/\d+)?", value):
        if find_spec("redis") is None:
            raise ImproperlyConfigured(f"{variable} names a Redis server, and its client is missing: pip install redis")
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}
    if value.startswith("postgresql://"):
        options = {"MAX_ENTRIES": 20_000}
        return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept_pages", "OPTIONS": options}
    raise wrong(variable, value, CACHE_SHAPE)


def read_folder(variable: str, default: str) -> Path:
    """A folder of this machine; a relative one starts at the project's."""
    value = os.environ.get(variable, "").strip() or default
    if "\x00" in value or Path(value).is_file():
        raise wrong(variable, value, "downloads, or the path of another folder")
    return ROOT / value


def read_secret(variable: str) -> str:
    """A key that nothing depends on: without sessions, cookies and writing forms, nothing is signed."""
    value = os.environ.get(variable, "")
    if value and len(value) < 32:
        raise ImproperlyConfigured(f"{variable} is too short. It should look like this: 32 random characters or more")
    return value or secrets.token_urlsafe(48)


def read_number(variable: str, default: int, largest: int) -> int:
    """A whole number from 0 to the largest."""
    value = os.environ.get(variable, "").strip() or str(default)
    if not (value.isascii() and value.isdigit() and int(value) <= largest):
        raise wrong(variable, value, f"a whole number from 0 to {largest}")
    return int(value)


def read_choice(variable: str, default: str, choices: tuple[str, ...]) -> str:
    """One of a few words."""
    value = os.environ.get(variable, "").strip().lower() or default
    if value not in choices:
        raise wrong(variable, value, ", ".join(choices[:-1]) + f" or {choices[-1]}")
    return value


LOG_LEVEL = read_choice("LOG_LEVEL", "warning", ("error", "warning", "info")).upper()  # info: each request and command
DEBUG = read_switch("DEBUG", default=False)
SECRET_KEY = read_secret("SECRET_KEY")
ALLOWED_HOSTS = read_hosts("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = read_site("SITE_URL")
HTTPS_ONLY = read_switch("HTTPS_ONLY", default=False)  # behind a proxy that ends TLS and says so

DATABASES = {
    "default": read_database(
        "DATABASE_URL",
        os.environ.get("DATABASE_URL", "").strip() or "sqlite:///record.sqlite3",
        ("sqlite", "postgresql"),
        DATABASE_SHAPE,
    )
}
KEPT_EDITIONS = read_number("KEPT_EDITIONS", 2, 1000)  # earlier editions of a file, kept beside it to go back to
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# inspections/wsgi.py lets each web process ask one of these that answers; commands always ask the primary.
REPLICAS = [
    read_database(
        "REPLICA_URLS", address.strip(), ("postgresql",), "postgresql://host/name,postgresql://other-host/name"
    )
    for address in os.environ.get("REPLICA_URLS", "").split(",")
    if address.strip()
]

if REPLICAS and DATABASES["default"]["ENGINE"] != DATABASE_ENGINES["postgresql"]:
    raise wrong("REPLICA_URLS", os.environ["REPLICA_URLS"], "empty, unless DATABASE_URL is postgresql://... too")

DOWNLOADS = read_folder("DOWNLOADS", "downloads")  # whole-record files, made by prepare_downloads
CACHES = {"default": read_page_cache("PAGE_CACHE")}
if "LOCATION" in CACHES["default"] and CACHES["default"]["BACKEND"].endswith("DatabaseCache"):
    DATABASES["pages"] = read_database("PAGE_CACHE", os.environ["PAGE_CACHE"].strip(), ("postgresql",), CACHE_SHAPE)
    DATABASE_ROUTERS = ["inspections.web.page_cache.PageCacheRouter"]

INSTALLED_APPS = ["django.contrib.staticfiles", "csp", "django_filters", "inspections"]
MIDDLEWARE = [
    "inspections.web.page_cache.PageCacheMiddleware",  # the outermost: what is kept has passed all the others
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "inspections.web.headers.HeadersMiddleware",
    "inspections.web.limits.LimitsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # nothing secret is ever in a page, so its length tells nothing
    "inspections.web.edition.EditionMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "inspections.urls"
WSGI_APPLICATION = "inspections.wsgi.application"
APPEND_SLASH = True

# inspections/web/headers.py adds the hash of the style sheet, and what Django has no setting for.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "no-referrer"  # what somebody checks or looks for is nobody else's business
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 0 if DEBUG else 63_072_000  # two years; said only where a visitor came by https
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_SSL_REDIRECT = HTTPS_ONLY
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked by the machine itself, without the proxy
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS_ONLY else None
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # no forgery protection: nothing here takes a form that writes, and nobody is logged in
    "security.W021",  # no preload: that binds a whole domain for years, and only its owner may ask for it
]

# The bounds of a question; inspections/web/limits.py holds to them and says so in words.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
ANSWER_SECONDS = 5  # for all that one page asks the database

_CONTEXT = {"context_processors": ["django.template.context_processors.request"]}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": _CONTEXT,
    },
    {  # for pages whose words turn the direction of writing: inspections/web/closing.py
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "NAME": "careful",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": _CONTEXT
        | {
            "loaders": [("django.template.loaders.cached.Loader", ["inspections.web.closing.ClosingLoader"])],
            "builtins": ["inspections.templatetags.directions"],
        },
    },
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "staticfiles"
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    }
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_MAX_AGE = 3600

# One line for each event (inspections/logs.py): JSON for programs, words for somebody at a terminal.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "inspections.logs.chosen_lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},  # a page that is not there is no event
        "django.server": {"handlers": [], "propagate": False},  # its lines hold whole addresses
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # nor is what strangers call this host
    },
}
