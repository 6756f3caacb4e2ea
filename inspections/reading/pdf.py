"""PDF bytes -> held text, page by page, with the place of each page; or a clear refusal.

The text is exactly what PDFium takes from each page, pages joined by a form feed, but for characters
that no text can carry, each replaced by one other. PDFium marks a hyphen that ends a line with U+FFFE:
it becomes a soft hyphen where the document has the same word unbroken elsewhere, else the hyphen that
is printed. Controls, surrogates and U+FFFF become U+FFFD.

Every file is parsed in a worker process with limits of memory and time; a worker that dies or is
stopped is replaced, and only the file it was reading is refused.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import re
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from inspections.reading.facts import Held, Page, Problem, Sidecar, Unreadable
from inspections.reading.pdf_worker import LENGTH, read_exactly
from inspections.text import Span

MEDIA_TYPE = "application/pdf"
PAGE_BREAK = "\f"
AHEAD = 3  # files read ahead of the consumer, for each worker


@dataclass(frozen=True)
class Limits:
    """What one file may cost. The largest published report is under 200 pages and 3 MB."""

    megabytes_of_file: int = 64
    pages: int = 1500
    characters: int = 4_000_000
    seconds: float = 30.0
    megabytes_of_memory: int = 320


LIMITS = Limits()


def hold(name: str, data: bytes, sidecar: Sidecar | None = None, limits: Limits = LIMITS) -> Held:
    """The text of one PDF, or ``Unreadable`` with the reason and what to do about it."""
    problem = _at_a_glance(data, limits)
    if problem:
        raise Unreadable(name, (problem,))
    pages = _worker_of_this_thread(limits).take(name, data)
    return _held(name, data, pages, sidecar or Sidecar())


def hold_many(
    sources: Iterable[tuple[str, bytes | Path, Sidecar]], workers: int = 0, limits: Limits = LIMITS
) -> Iterator[Held | Unreadable]:
    """Each source in turn, held or refused, read by several processes; paths are opened only when due."""
    count = workers or os.cpu_count() or 1
    idle: SimpleQueue[Worker] = SimpleQueue()
    crew = [Worker(limits) for _ in range(count)]
    for worker in crew:
        idle.put(worker)

    def one(name: str, source: bytes | Path, sidecar: Sidecar) -> Held | Unreadable:
        try:
            data = source.read_bytes() if isinstance(source, Path) else source
        except OSError as error:
            return Unreadable(name, (Problem(f"cannot be opened: {error.strerror}", "see that the file can be read"),))
        problem = _at_a_glance(data, limits)
        if problem:
            return Unreadable(name, (problem,))
        worker = idle.get()
        try:
            return _held(name, data, worker.take(name, data), sidecar)
        except Unreadable as refusal:
            return refusal
        finally:
            idle.put(worker)

    try:
        with ThreadPoolExecutor(max_workers=count) as pool:
            due: deque[Future[Held | Unreadable]] = deque()
            for source in sources:
                due.append(pool.submit(one, *source))
                if len(due) > count * AHEAD:
                    yield due.popleft().result()
            while due:
                yield due.popleft().result()
    finally:
        for worker in crew:
            worker.stop()


class Worker:
    """One process that takes text out of PDFs; started when first needed, replaced when it ends."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.process: subprocess.Popen[bytes] | None = None

    def take(self, name: str, data: bytes) -> list[str]:
        process = self._started()
        stopped = threading.Event()

        def stop_it() -> None:
            stopped.set()
            process.kill()

        timer = threading.Timer(self.limits.seconds, stop_it)
        timer.daemon = True
        timer.start()
        try:
            answer = _exchange(process, data)
        except (EOFError, OSError):
            code = self.stop()
            raise Unreadable(name, (_ended(code, stopped.is_set(), self.limits),)) from None
        finally:
            timer.cancel()
        if "pages" not in answer:
            raise Unreadable(name, (_refused(answer["refused"], answer["detail"], self.limits),))
        pages: list[str] = answer["pages"]
        return pages

    def _started(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.process.poll() is not None:
            self.stop()
            limits = self.limits
            arguments = (limits.megabytes_of_memory, int(limits.seconds) + 1, limits.pages, limits.characters)
            self.process = subprocess.Popen(  # noqa: S603 - our own script and four numbers
                [sys.executable, "-I", str(Path(__file__).with_name("pdf_worker.py")), *map(str, arguments)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self.process

    def stop(self) -> int:
        """End the process; the code it ended with."""
        process, self.process = self.process, None
        if process is None:
            return 0
        if process.poll() is None:
            process.kill()
        code = process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue  # words for a process that is gone: nothing is lost
        return code


def _exchange(process: subprocess.Popen[bytes], data: bytes) -> dict[str, Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(LENGTH.pack(len(data)))
    process.stdin.write(data)
    process.stdin.flush()
    size = LENGTH.unpack(read_exactly(process.stdout, LENGTH.size))[0]
    answer: dict[str, Any] = json.loads(read_exactly(process.stdout, size))
    return answer


_OF_THREAD = threading.local()


def _worker_of_this_thread(limits: Limits) -> Worker:
    worker: Worker | None = getattr(_OF_THREAD, "worker", None)
    if worker is None or worker.limits != limits:
        if worker is not None:
            worker.stop()
        worker = _OF_THREAD.worker = Worker(limits)
        atexit.register(worker.stop)
    return worker


# -- what can be said without opening it ----------------------------------------------------------

_LINEARIZED = re.compile(rb"/Linearized\b.{0,400}?/L\s+(\d+)", re.DOTALL)


def _at_a_glance(data: bytes, limits: Limits) -> Problem | None:
    if not data.strip():
        return Problem("the file is empty", "fetch it again from where it was published")
    head = data[:1024]
    if b"%PDF-" not in head:
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if start[:1] == b"<":
            return Problem(
                "a web page saved with the name of a PDF: it does not begin with %PDF-",
                "open the address it came from and save the PDF itself",
                1,
                1,
                start[:60].decode("latin-1"),
            )
        return Problem("not a PDF: it does not begin with %PDF-", "save the PDF itself, or name the file as what it is")
    if len(data) > limits.megabytes_of_file * 1024 * 1024:
        return Problem(
            f"larger than {limits.megabytes_of_file} MB", "no report is so large: check the file, or split it"
        )
    linearized = _LINEARIZED.search(head)
    if b"%%EOF" not in data[-4096:] or (linearized and int(linearized[1]) > len(data)):
        return Problem("cut short: the end of the PDF is missing", "fetch the whole file again")
    return None


def _refused(why: str, detail: str, limits: Limits) -> Problem:
    fetch = "fetch the file again from where it was published"
    messages = {
        "encrypted": ("locked with a password", "ask the publisher for a copy that opens without one"),
        "damaged": (f"damaged: it cannot be opened as a PDF ({detail})", fetch),
        "too many pages": (f"{detail} pages, where at most {limits.pages} are read", "split the file"),
        "too much text": (f"more than {limits.characters} characters by page {detail}", "split the file"),
        "too much memory": (f"needs more than {limits.megabytes_of_memory} MB of memory to open", fetch),
    }
    return Problem(*messages.get(why, (f"cannot be read: {why} {detail}".strip(), fetch)))


def _ended(code: int, timed_out: bool, limits: Limits) -> Problem:
    fetch = "fetch the file again; if it stays so, save it anew from a PDF viewer"
    if timed_out or code == -24:  # SIGXCPU
        return Problem(f"took longer than {limits.seconds:g} seconds to open", fetch)
    return Problem(
        f"the PDF reader stopped while opening it (code {code}): damaged, or needing more than "
        f"{limits.megabytes_of_memory} MB of memory",
        fetch,
    )


# -- from pages to held text ----------------------------------------------------------------------

_NEVER_HELD = {code: "\ufffd" for code in (*range(32), *range(0xD800, 0xE000), 0xFFFF) if code not in (9, 10, 13)}
_HELD_AS = str.maketrans(_NEVER_HELD)
_HYPHENS = re.compile(r"([^\W\d_]+)\ufffe(?=([^\W\d_]+))")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 20  # on an average page; a scan has none, or a stamp


def _held(name: str, data: bytes, texts: list[str], sidecar: Sidecar) -> Held:
    pages: list[Page] = []
    at = 0
    for number, page in enumerate(texts, start=1):
        pages.append(Page(number, Span(at, at + len(page))))
        at += len(page) + len(PAGE_BREAK)
    text = PAGE_BREAK.join(_hyphenated(texts))
    if not pages:
        raise Unreadable(name, (Problem("it has no pages", "fetch the file again from where it was published"),))
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS * len(pages):
        raise Unreadable(
            name,
            (Problem("no text in it: scanned pages", "ask the publisher for a PDF with text, or have it recognised"),),
        )
    return Held(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest(), text, sidecar, tuple(pages))


def _hyphenated(texts: list[str]) -> list[str]:
    """The pages with every mark of a hyphen at a line's end made a character that can be held."""
    pages = [page.translate(_HELD_AS) for page in texts]
    if not any("\ufffe" in page for page in pages):
        return pages
    words = {word.group().lower() for page in pages for word in _WORD.finditer(page)}

    def mark(match: re.Match[str]) -> str:
        return match[1] + ("\u00ad" if (match[1] + match[2]).lower() in words else "-")

    return [_HYPHENS.sub(mark, page).replace("\ufffe", "-") for page in pages]
