"""Small PDFs of our own wording: a writer of pages of lines, and a reading of what it wrote."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from itertools import pairwise
from pkgutil import iter_modules

import pytest

from inspections.catalogue import Catalogue
from inspections.reading import pdf, readers
from inspections.reading.document import Document
from inspections.reading.facts import Reading, Sidecar

Read = Callable[..., Reading]


def write_pdf(pages: list[list[str]], trailer: str = "") -> bytes:
    """A PDF with one line of text for each string; “\\b” at the head of a line draws a bullet."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 9 Tf 60 {800 - 12 * row} Td ({_escaped(line)}) Tj ET\n" for row, line in enumerate(lines)
        )
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            "/Encoding /WinAnsiEncoding >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    body = b"%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode("cp1252")


def _escaped(line: str) -> str:
    return line.replace("\b", "• ").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


@pytest.fixture
def paper() -> Callable[..., bytes]:
    return write_pdf


@pytest.fixture
def read(catalogue: Catalogue) -> Read:
    """Write the pages, hold them, and read them with the one reader that recognises them."""

    def reading(*pages: list[str], name: str = "report.pdf", sidecar: Sidecar | None = None) -> Reading:
        document = Document(pdf.hold(name, write_pdf([list(page) for page in pages]), sidecar))
        able = [reader for reader in report_readers() if reader.recognises(document)]
        assert len(able) == 1, [reader.__name__ for reader in able]
        found: Reading = able[0].read(document, catalogue)
        every_fact_has_its_words(found)
        return found

    return reading


@pytest.fixture
def recognised(catalogue: Catalogue) -> Callable[..., list[str]]:
    """The names of the readers that recognise these pages."""

    def names(*pages: list[str]) -> list[str]:
        document = Document(pdf.hold("some.pdf", write_pdf([list(page) for page in pages])))
        return [r.__name__.rpartition(".")[2] for r in report_readers() if r.recognises(document)]

    return names


def report_readers() -> list:  # type: ignore[type-arg]
    names = [found.name for found in iter_modules(readers.__path__) if found.name.startswith(("report_", "letter_"))]
    return [import_module(f"inspections.reading.readers.{name}") for name in names]


def every_fact_has_its_words(found: Reading) -> None:
    text = found.held.text
    for inspection in found.inspections:
        for fact in (inspection.inspected, inspection.published, inspection.overall, inspection.next_due):
            assert fact is None or all(words.strip() for words in fact.words.of(text))
            assert fact is None or fact.words.spans
        for judged in inspection.judgements:
            assert judged.grade.words.of(text)
            assert " ".join(" ".join(judged.aspect_words.of(text)).replace("’", "'").split()) == judged.aspect
    for statement in found.statements:
        assert all(words.strip() for words in statement.words.of(text))
    ends = [passage.span for passage in found.passages]
    assert all(a.end <= b.start for a, b in pairwise(ends))
