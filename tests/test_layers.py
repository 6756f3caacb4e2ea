"""Who may import whom. The contracts are in ``pyproject.toml``; here they run, and what they cannot say is checked."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "inspections"
FRAME = {"__init__", "__pycache__", "apps", "migrations", "settings", "wsgi"}  # what Django itself asks for
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
LOWEST = tuple(module.removeprefix("inspections.") for module in CONTRACTS[0]["source_modules"])


def modules_of(*parts: str) -> list[Path]:
    """The Python files of these parts of the package."""
    found: list[Path] = []
    for part in parts:
        place = PACKAGE / part
        found += sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    return [path for path in found if path.is_file()]


def imports_of(source: str) -> set[str]:
    """The dotted names a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return names


def test_every_part_has_its_contract():
    """A new room of the house is named in a contract, or nothing holds it to one."""
    held = {module for contract in CONTRACTS for module in contract["source_modules"]}
    parts = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    assert {f"inspections.{part}" for part in parts - FRAME} == held


CLOCKS = re.compile(r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.(?:time|monotonic|perf_counter)\(")
BARE_FILTER = re.compile(r"(?<!@register)\.(?:filter|exclude)\(")  # registering a template filter asks nothing


def test_the_contracts_are_kept():
    linter = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("path", modules_of(*LOWEST), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_lowest_level_imports_the_standard_library_only(path):
    ours = tuple(f"inspections.{part}" for part in LOWEST)
    for name in imports_of(path.read_text(encoding="utf-8")) - {"inspections"}:
        assert name.partition(".")[0] in sys.stdlib_module_names or name.startswith(ours), name


@pytest.mark.parametrize("path", modules_of("reading"), ids=lambda path: str(path.relative_to(ROOT)))
def test_reading_asks_no_clock(path):
    assert not CLOCKS.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", modules_of("web", "templatetags"), ids=lambda path: str(path.relative_to(ROOT)))
def test_web_asks_named_questions_only(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = [f"{path.name}:{number}: {line.strip()}" for number, line in enumerate(lines, 1) if BARE_FILTER.search(line)]
    assert not bare


@pytest.mark.parametrize("path", modules_of("management"), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_command_is_under_sixty_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 60


@pytest.mark.parametrize("folder", ["readers", "tables"])
def test_no_module_names_a_reader_or_a_table(folder):
    """A new kind of document is one new file: nothing outside the folder may know the old ones by name."""
    neighbours = PACKAGE / "reading" / folder
    outside = [path for path in PACKAGE.rglob("*.py") if path.parent != neighbours]
    imported = {path: imports_of(path.read_text(encoding="utf-8")) for path in outside}
    for reader in sorted(neighbours.glob("[!_]*.py")):
        dotted = f"inspections.reading.{folder}.{reader.stem}"
        knowing = [str(path) for path, names in imported.items() if dotted in names]
        assert not knowing, f"{dotted} is imported by name"


@pytest.mark.parametrize(
    ("source", "caught"),
    [("datetime.now()", True), ("date.today()", True), ("time.time()", True), ("candidate.nowhere()", False)],
)
def test_the_clock_is_recognised(source, caught):
    assert bool(CLOCKS.search(source)) is caught


def test_the_bare_filter_is_recognised():
    assert BARE_FILTER.search("Inspection.objects.filter(year=1)")
    assert BARE_FILTER.search("Inspection.objects.exclude(year=1)")
    assert not BARE_FILTER.search("filters.filter_fields(form)")
    assert not BARE_FILTER.search("@register.filter(is_safe=True)")


def test_every_module_begins_with_what_it_is_for():
    silent = [
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        if "migrations" not in path.parts
        and path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent
