"""The picture that stands beside a shared link of an inspection: the ladder, the words, and the scale they are on.

Drawn with fonts that come with the record, so that every machine draws the same. Never a grade without
its scale; nothing that the page does not say.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from inspections.web.metadata import NAME, state_outcome
from inspections.web.shown.grades import GradeShown
from inspections.web.shown.inspections import InspectionRow

WIDTH, HEIGHT, EDGE = 1200, 630, 72
PAPER, INK, QUIET, LINE = "#fbfaf7", "#1d1c1a", "#5f5b54", "#8a857b"
TONES = {"best": "#123b78", "good": "#3f84c4", "weak": "#a86a00", "worst": "#8c1c1c"}
FONTS = Path(__file__).parent / "fonts"
SERIF, SANS = FONTS / "SourceSerifPro-Regular.otf", FONTS / "SourceSansPro-Regular.otf"
LADDER = 92  # wide
TOP = 268  # of the ladder and its words


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def draw_inspection(inspection: InspectionRow, edition: str) -> bytes:
    """A PNG of 1200 by 630."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    whom = inspection.authority_names or "Authority not stated"
    _write(draw, EDGE, 56, whom, SERIF, 60, INK, WIDTH - 2 * EDGE, 1)
    when = inspection.when
    dated = f"{'' if inspection.inspected else 'published '}{when.words}" if when else "date not stated"
    service = f"{inspection.service.name}: {inspection.kind_name}, {dated}"
    _write(draw, EDGE, 142, service, SANS, 32, QUIET, WIDTH - 2 * EDGE, 2)
    draw.line((EDGE, 240, WIDTH - EDGE, 240), LINE, 1)
    grade = inspection.overall
    if grade and grade.grade and grade.scale_kind == "grade":
        _draw_ladder(draw, EDGE, TOP + 8, grade)
        said, size = (f"“{grade.printed}”", 60) if grade.printed else (_capital(grade.label), 84)
        bottom = _write(draw, EDGE + LADDER + 48, TOP, said, SERIF, size, INK, WIDTH - 3 * EDGE - LADDER, 2)
        if grade.printed:
            bottom = _write(draw, EDGE + LADDER + 48, bottom + 10, grade.printed_for, SANS, 32, QUIET, 860, 2)
        _write(draw, EDGE + LADDER + 48, bottom + 10, f"on the scale: {grade.scale_name}", SANS, 32, QUIET, 860, 2)
    else:
        image.paste(_ring(), (EDGE + 12, TOP + 12))
        words = _capital(state_outcome(inspection))
        _write(draw, EDGE + LADDER + 48, TOP, words, SERIF, 50, INK, WIDTH - 3 * EDGE - LADDER, 4)
    by = f"Inspected by {inspection.inspectorate_names}" if inspection.inspectorates else "Inspectorate not stated"
    draw.line((EDGE, 540, WIDTH - EDGE, 540), LINE, 1)
    _write(draw, EDGE, 558, f"{by}  ·  {NAME}, {edition}", SANS, 26, QUIET, WIDTH - 2 * EDGE, 1)
    out = BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _ring() -> Image.Image:
    """The mark of what has no grade, drawn large and made small so that its edge is smooth."""
    large = Image.new("RGB", (224, 224), PAPER)
    ImageDraw.Draw(large).ellipse((8, 8, 216, 216), outline=QUIET, width=24)
    return large.resize((56, 56), Image.Resampling.LANCZOS)


def _draw_ladder(draw: ImageDraw.ImageDraw, x: int, y: int, grade: GradeShown) -> None:
    step = 44 if grade.of <= 4 else 36
    tall = step * grade.of
    for rail in (x + 14, x + LADDER - 14):
        draw.line((rail, y, rail, y + tall), LINE, 3)
    for place, rung in enumerate(grade.rungs):
        middle = y + step * place + step // 2
        if rung.judged:
            draw.rectangle((x, middle - 12, x + LADDER, middle + 12), TONES.get(rung.tone, QUIET))
        else:
            draw.line((x + 14, middle, x + LADDER - 14, middle), LINE, 3)


def _write(
    draw: ImageDraw.ImageDraw, x: int, y: int, text: str, path: Path, size: int, colour: str, width: int, lines: int
) -> int:
    """The words within a width; smaller where they do not fit, then cut visibly. The y after them."""
    while size > 24 and len(_wrap(text, _font(path, size), width)) > lines:
        size -= 2
    font = _font(path, size)
    written = _wrap(text, font, width)
    if len(written) > lines:
        written = written[:lines]
        while written[-1] and font.getlength(f"{written[-1]} […]") > width:
            written[-1] = written[-1].rpartition(" ")[0]
        written[-1] += " […]"
    for line in written:
        draw.text((x, y), line, colour, font)
        y += round(size * 1.22)
    return y


def _wrap(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
