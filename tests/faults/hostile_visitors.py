"""Visitors who ask anything of every address: what they send is answered, soon, and leaves nothing behind.

Some questions follow the project's own OpenAPI description and are held against it (schemathesis), the others are
put together from addresses, parameters, methods and headers, true and false (hypothesis). In process, over WSGI.
"""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import hypothesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as some

from tests.faults.place import PATIENCE, Place, site
from tests.security.addresses import every_address, known_values, read
from tests.soak.rows import Campaign, Row

ROOT = Path(__file__).resolve().parent.parent.parent
FULL, CHUNK, TOGETHER = 100_000, 500, 3
LONGEST_SECONDS, LARGEST_BODY = 1.0, 5_000_000
PARAMETERS = (
    "q authority region service inspectorate kind scale grade year year_from year_to sort page stance organisation "
    "speaker status publisher publisher_kind providers by report start end utm_source format callback"
).split()
TRUE_VALUES = (
    "ofsted-four-point:good ofsted-four-point:inadequate 2019 2016 1 2 newest oldest title name stockport leeds full "
    "ofsted adult-learning finding stands council London inspect* inspectors+found Ofsted,+May+2016"
).split()
FALSE_VALUES = (
    "-1", "0", "999999", "1000001", "9" * 30, "1e9", "NaN", "٢٠١٩", "good", ":", "a:b:c", "\x00", "%", "%00", "\ud800",
    "\u202e",
    "' OR 1=1 --", '"', "*", "(", "NEAR(", "AND OR NOT", "[[[[", "“" * 50, "../../etc/passwd", "{{7*7}}", "<script>",
    "a" * 199, "a " * 99, "é" * 2000, "x" * 7000, "\u200b", "＝1", "\r\nSet-Cookie: a=b", "😀" * 30, "a*" * 12, "…",
    "[…] ",
)  # fmt: skip
METHODS = ("GET",) * 12 + ("HEAD", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "BREW")
HEADERS = (
    {}, {}, {}, {"HTTP_ACCEPT_ENCODING": "gzip, br"}, {"HTTP_IF_NONE_MATCH": 'W/"x", "y", *'},
    {"HTTP_RANGE": "bytes=0-"}, {"HTTP_HOST": "elsewhere.example"}, {"HTTP_HOST": "a b"},
    {"HTTP_COOKIE": "sessionid=1; a=\x01"},
    {"HTTP_X_FORWARDED_HOST": "x", "HTTP_X_FORWARDED_PROTO": "https"}, {"HTTP_ACCEPT": "application/xml"},
    {"HTTP_IF_MODIFIED_SINCE": "yesterday"}, {"CONTENT_LENGTH": "5"}, {"HTTP_TRANSFER_ENCODING": "chunked"},
    {"HTTP_ACCEPT_LANGUAGE": "x" * 500}, {"HTTP_IF_NONE_MATCH": '"' * 400},
)  # fmt: skip


@dataclass
class Told:
    """What a run of questions came to."""

    asked: int = 0
    statuses: dict[int, int] = field(default_factory=dict)
    slowest: float = 0.0  # seconds of processor time: the machine may be busy with other things
    slowest_address: str = ""
    largest: int = 0
    faults: list[str] = field(default_factory=list)

    def take(self, address: str, status: int, seconds: float, size: int) -> None:
        self.asked += 1
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.largest = max(self.largest, size)
        if seconds > self.slowest:
            self.slowest, self.slowest_address = seconds, address
        if status >= 500:
            self.faults.append(f"{status} from {address[:200]!r}")
        if seconds > LONGEST_SECONDS:
            self.faults.append(f"{seconds:.2f} s for {address[:200]!r}")
        if size > LARGEST_BODY:
            self.faults.append(f"{size:,} bytes from {address[:200]!r}")


def generous(how_many: int) -> hypothesis.settings:
    return hypothesis.settings(
        max_examples=how_many, deadline=None, database=None, derandomize=False, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


def questions() -> some.SearchStrategy[tuple[str, str, dict[str, str]]]:
    """A method, an address with its question, and headers."""
    values = known_values()
    words = [value for known in values.values() for value in known]
    piece = some.one_of(some.sampled_from(words), some.text(max_size=12), some.sampled_from(FALSE_VALUES))
    path = some.one_of(
        some.sampled_from(every_address()),
        some.lists(piece, min_size=1, max_size=4).map(lambda parts: "/" + "/".join(map(_quoted, parts))),
        some.tuples(some.sampled_from(("inspections", "statements", "sources", "authorities", "scales", "editions")),
                    piece,
                    some.sampled_from(("/", "", ".json", ".csv", ".atom", ".png", ".bib", "/x/", "/cite/")))
        .map(lambda parts: f"/{parts[0]}/{_quoted(parts[1])}{parts[2]}"),
    )  # fmt: skip
    value = some.one_of(
        some.sampled_from(TRUE_VALUES),
        some.sampled_from(words),
        some.sampled_from(FALSE_VALUES),
        some.text(max_size=40),
    )
    one = some.tuples(some.one_of(some.sampled_from(PARAMETERS), some.text(max_size=8)), value)
    repeated = some.tuples(some.sampled_from(("year", "grade", "q", "page")), value, some.integers(2, 150)).map(
        lambda given: [given[:2]] * given[2]
    )
    question = some.one_of(some.just([]), some.lists(one, min_size=1, max_size=5), repeated)
    return some.tuples(some.sampled_from(METHODS), some.tuples(path, question).map(_joined), some.sampled_from(HEADERS))


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def _joined(asked: tuple[str, list[tuple[str, str]]]) -> str:
    path, question = asked
    told = urlencode(question, encoding="utf-8", errors="replace")
    return f"{path}{'&' if '?' in path else '?'}{told}" if told else path


def ask_anything(how_many: int, seed: int) -> Told:
    """So many questions put together by hypothesis."""
    from django.test import Client

    client, told = Client(raise_request_exception=False), Told()

    @hypothesis.seed(seed)
    @generous(how_many)
    @given(questions())
    def ask(asked: tuple[str, str, dict[str, str]]) -> None:
        method, address, headers = asked
        path, _, question = address.partition("?")
        started = time.thread_time()
        response = client.generic(method, path, QUERY_STRING=question, **headers)
        size = len(read(response))
        told.take(f"{method} {address} {headers or ''}", response.status_code, time.thread_time() - started, size)

    ask()
    return told


def ask_as_described(how_many: int, seed: int) -> Told:
    """So many questions that the OpenAPI description allows or forbids, and answers held against it."""
    import schemathesis
    from django.core.wsgi import get_wsgi_application
    from schemathesis.checks import not_a_server_error
    from schemathesis.core.failures import FailureGroup
    from schemathesis.generation import GenerationMode
    from schemathesis.specs.openapi import checks

    schema = schemathesis.openapi.from_wsgi("/openapi.json", get_wsgi_application())
    held_to = [not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
               checks.response_schema_conformance]  # fmt: skip
    operations = [found.ok() for found in schema.get_all_operations()]
    told = Told()
    for place, operation in enumerate(operations):
        modes = [GenerationMode.POSITIVE] + [GenerationMode.NEGATIVE] * bool(
            operation.query or operation.path_parameters
        )
        for mode in modes:

            @hypothesis.seed(seed + place)
            @generous(max(1, how_many // (2 * len(operations))))
            @given(operation.as_strategy(generation_mode=mode))
            def ask(case: Any) -> None:
                started = time.thread_time()
                response = case.call(headers={"Accept-Encoding": "identity"})
                seconds = time.thread_time() - started
                address = f"{case.method} {case.formatted_path} {case.query}"
                told.take(address, response.status_code, seconds, len(response.content))
                try:
                    case.validate_response(response, checks=held_to)
                except FailureGroup as failures:
                    told.faults += [f"{type(each).__name__}: {each} at {address[:200]}" for each in failures.exceptions]

            ask()
    return told


def memory(process: int | str = "self") -> int:
    """Megabytes that a process holds of its own now: a record that is read as memory is a file's."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(told.split("RssAnon:")[1].split()[0]) // 1024


def make_record(folder: Path) -> Path:
    """The seeds, and the source that would do harm, as one record."""
    file = folder / "record.sqlite3"
    command = "from tests.faults.hostile_visitors import fill; fill()"
    run = "import django; django.setup(); " + command
    subprocess.run([sys.executable, "-c", run], cwd=ROOT, env=environment(file), check=True, capture_output=True)
    return file


def environment(file: Path) -> dict[str, str]:
    return os.environ | {
        "DATABASE_URL": f"sqlite:///{file}", "DJANGO_SETTINGS_MODULE": "inspections.settings", "PYTHONPATH": str(ROOT),
        "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1", "DEBUG": "false", "PYTHONHASHSEED": "0",
    }  # fmt: skip


def fill() -> None:
    from inspections.catalogue import load
    from inspections.recording.loading import import_sources, record_readings
    from tests.security.hostile_world import hostile
    from tests.world import world

    import_sources([ROOT / "seeds"], load())
    record_readings([*world(), hostile()], [], load())


def part(place: int, how_many: int) -> None:
    """One of several processes: its share of the questions, its memory after each tenth; told as JSON."""
    import json

    import django
    from django.test.utils import override_settings

    django.setup()
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    held, asked, faults, statuses, slowest, largest = [], 0, [], {}, (0.0, ""), 0
    with override_settings(STATIC_ROOT=None, STORAGES=plain, WHITENOISE_USE_FINDERS=True):
        turn = 0
        while asked < how_many:
            ask = ask_anything if turn % 5 else ask_as_described  # an answer held against its schema takes longer
            told = ask(min(CHUNK, max(50, how_many - asked)), 1_000_000 * place + turn)
            turn += 1
            asked += told.asked
            faults += told.faults
            slowest = max(slowest, (told.slowest, told.slowest_address[:200]))
            largest = max(largest, told.largest)
            for status, many in told.statuses.items():
                statuses[status] = statuses.get(status, 0) + many
            held.append((asked, memory()))
            sys.stderr.write(f"    {asked:,} of {how_many:,}: {memory()} MB, {len(faults)} faults\n")
    told_of = {"asked": asked, "faults": faults[:50], "statuses": statuses, "slowest": slowest, "largest": largest,
               "memory": held}  # fmt: skip
    sys.stdout.write(f"\n{json.dumps(told_of)}\n")


def visit(how_many: int = FULL, together: int = TOGETHER) -> Row:
    """Every address by hostile visitors, in several processes at once."""
    import json

    with tempfile.TemporaryDirectory() as folder:
        file = make_record(Path(folder))
        running = []
        for place in range(together):
            run = f"from tests.faults.hostile_visitors import part; part({place}, {-(-how_many // together)})"
            running.append(subprocess.Popen([sys.executable, "-c", run], cwd=ROOT, env=environment(file),
                                            stdout=subprocess.PIPE, text=True))  # fmt: skip
        answers = [(process.communicate()[0], process.returncode) for process in running]
    faults = [f"a process ended with {code}" for _, code in answers if code]
    told = [json.loads(answer.splitlines()[-1]) for answer, code in answers if not code]
    faults += [fault for each in told for fault in each["faults"]]
    slowest = max(each["slowest"] for each in told)
    statuses: dict[str, int] = {}
    for each in told:
        for status, many in each["statuses"].items():
            statuses[status] = statuses.get(status, 0) + many
    counts = ", ".join(f"{status}: {many:,}" for status, many in sorted(statuses.items()))
    memories = ", ".join(f"{settled(each)} and {each['memory'][-1][1]} MB" for each in told)
    measured = (
        f"slowest {slowest[0] * 1000:.0f} ms of processor time ({slowest[1][:60]}); largest answer "
        f"{max(each['largest'] for each in told):,} bytes; {memories}; {counts}"
    )
    return Row("Visitors", "Any question to any address", sum(each["asked"] for each in told), tuple(faults), measured)


def settled(told: dict[str, Any]) -> int:
    """Memory once everything has been loaded and what is kept has found its size: after half of the questions."""
    half = told["asked"] / 2
    return next(held for asked, held in told["memory"] if asked >= half)


def grown(told: dict[str, Any], allowed: float = 1.1) -> list[str]:
    last = told["memory"][-1][1]
    return [f"memory grew from {settled(told)} to {last} MB"] if last > settled(told) * allowed else []


def ask_a_worker(how_many: int) -> Row:
    """The same questions over HTTP to a worker of the site itself: its memory holds nothing that makes questions."""
    held, faults, asked = [], [], 0
    with tempfile.TemporaryDirectory() as folder:
        file = make_record(Path(folder))
        place = Place(f"sqlite:///{file}", ("", ""), "", str(file))
        with site(place, PAGE_CACHE="off") as port, place.reading():
            (worker,) = workers_on(port)
            while asked < how_many:
                faults += _ask_over_http(port, min(CHUNK, how_many - asked), asked)
                asked += CHUNK
                held.append((asked, memory(worker)))
    told = {"asked": asked, "memory": held}
    measured = (
        f"{settled(told)} MB after half of them, {held[-1][1]} at the end, at most {max(each for _, each in held)}"
    )
    return Row(
        "Visitors", "The same over HTTP: memory of the worker, no page kept", asked, (*faults, *grown(told)), measured
    )


def workers_on(port: int) -> list[int]:
    """The worker processes of the gunicorn that serves here."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            variables = (process / "environ").read_bytes().split(b"\0")
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if f"PORT={port}".encode() in variables and b"gunicorn" in (process / "cmdline").read_bytes():
                found.append((int(process.name), parent))
        except OSError:
            continue  # it has ended meanwhile
    numbers = {number for number, _ in found}
    return [number for number, parent in found if parent in numbers]


def _ask_over_http(port: int, how_many: int, seed: int) -> list[str]:
    faults: list[str] = []
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    @hypothesis.seed(seed)
    @generous(how_many)
    @given(questions())
    def ask(asked: tuple[str, str, dict[str, str]]) -> None:
        method, address, headers = asked
        try:
            connection.putrequest(method, address, skip_host="HTTP_HOST" in headers)
            for name, value in headers.items():
                connection.putheader(name.removeprefix("HTTP_").replace("_", "-").title(), value)
            connection.endheaders()
            answer = connection.getresponse()
            answer.read()
            if answer.status >= 500:
                faults.append(f"{answer.status} from {address[:200]!r}")
        except ConnectionRefusedError:
            faults.append(f"nobody answers {address[:200]!r}")
        except (OSError, http.client.HTTPException, ValueError):
            connection.close()  # what no browser would send: the next is asked over another connection

    ask()
    connection.close()
    return faults


CAMPAIGNS = [
    Campaign("hostile-visitors", visit),
    Campaign("hostile-visitors-memory", lambda: ask_a_worker(20_000)),
]
