"""Takes the text out of PDFs, in a process of its own: run as a script by ``inspections.reading.pdf``.

It imports nothing of ours, so that it starts fast and stays small, and it is given hard limits
before it sees a file: a PDF that eats memory or time ends this process, never the import.

One request: eight bytes of length and the PDF. One answer: eight bytes of length and JSON,
``{"pages": [...]}`` or ``{"refused": why, "detail": words}``.
"""

from __future__ import annotations

import json
import signal
import struct
import sys
from typing import IO, Any

try:
    import resource
except ImportError:  # no such limits on this system: the time limit of the parent still holds
    resource = None  # type: ignore[assignment]

LENGTH = struct.Struct(">Q")
PR_SET_PDEATHSIG = 1  # linux/prctl.h


def limit_memory(megabytes: int) -> None:
    if resource is not None:
        size = megabytes * 1024 * 1024
        _, allowed = resource.getrlimit(resource.RLIMIT_AS)
        if allowed != resource.RLIM_INFINITY:  # the process that started this one is limited itself
            size = min(size, allowed)
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_with_parent() -> None:
    """Have the system end this process when the one that started it ends, however that happens.

    Elsewhere than on Linux it ends when it next waits for a request.
    """
    if sys.platform == "linux":
        import ctypes  # here, so that the process that shares our framing does not load it

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def allow_seconds(seconds: int) -> None:
    """Processor time from now on; the system ends this process when it is spent."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds + 1, hard))


def take(data: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    """The text of each page, or why there is none."""
    import pypdfium2  # here, so that the process that shares our framing does not load it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        needs_password = "password" in str(error).lower()
        return {"refused": "encrypted" if needs_password else "damaged", "detail": str(error)}
    try:
        if len(document) > most_pages:
            return {"refused": "too many pages", "detail": str(len(document))}
        pages: list[str] = []
        characters = 0
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            pages.append(words.get_text_range())
            words.close()
            page.close()
            characters += len(pages[-1])
            if characters > most_characters:
                return {"refused": "too much text", "detail": str(number + 1)}
        return {"pages": pages}
    except pypdfium2.PdfiumError as error:
        return {"refused": "damaged", "detail": str(error)}
    finally:
        document.close()


def read_exactly(stream: IO[bytes], size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        part = stream.read(size)
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def serve(requests: IO[bytes], answers: IO[bytes], seconds: int, most_pages: int, most_characters: int) -> None:
    while True:
        try:
            data = read_exactly(requests, LENGTH.unpack(read_exactly(requests, LENGTH.size))[0])
        except EOFError:
            return
        allow_seconds(seconds)
        try:
            answer = take(data, most_pages, most_characters)
        except MemoryError:
            answer = {"refused": "too much memory", "detail": ""}
        del data
        body = json.dumps(answer).encode("ascii")
        answers.write(LENGTH.pack(len(body)) + body)
        answers.flush()


if __name__ == "__main__":
    memory, cpu, pages_allowed, characters_allowed = (int(argument) for argument in sys.argv[1:5])
    end_with_parent()
    limit_memory(memory)
    serve(sys.stdin.buffer, sys.stdout.buffer, cpu, pages_allowed, characters_allowed)
