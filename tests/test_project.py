"""The project as a whole: what it promises about its files, its locks and its commits."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MADE = {".git", ".venv", "staticfiles", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
TEXTS = {".py", ".toml", ".md", ".html", ".css", ".yaml", ".txt", ".sh", ".csv", ".svg", ""}
PIN = re.compile(r"^([a-z0-9._-]+)==([^ ]+)", re.MULTILINE)


def files() -> list[Path]:
    """Every file of the project that somebody wrote."""
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and not MADE & set(path.relative_to(ROOT).parts) and path.suffix in TEXTS
    ]


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_holds_hashes_and_no_address(name):
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.search(r"^\s*-(?!-hash)", lock, re.MULTILINE), "an option of the installer"
    for entry in re.split(r"\n(?=[a-z])", lock.strip()):
        assert "--hash=sha256:" in entry, entry


def test_the_development_lock_holds_the_other_one():
    development = pins("requirements-dev.txt")
    assert pins("requirements.txt").items() <= development.items()


def test_every_requirement_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"]
    developing = project["dependency-groups"]["dev"]
    names = {re.match(r"[A-Za-z0-9._-]+", line).group().lower() for line in wanted}
    assert names <= pins("requirements.txt").keys()
    assert {re.match(r"[A-Za-z0-9._-]+", line).group().lower() for line in developing} <= pins(
        "requirements-dev.txt"
    ).keys()


def test_every_dependency_is_imported_or_explained():
    """A dependency that no module imports has its reason in DECISIONS.md, like every other."""
    decisions = (ROOT / "DECISIONS.md").read_text(encoding="utf-8").lower()
    for name in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]:
        plain = re.match(r"[A-Za-z0-9._-]+", name).group().lower()
        assert plain in decisions, f"DECISIONS.md does not say why {plain} is needed"


def test_no_work_is_left_as_a_note():
    words = re.compile(r"\b(?:TO" + "DO|FIX" + "ME|XX" + r"X)\b")
    left = [str(path) for path in files() if path.suffix == ".py" and words.search(path.read_text(encoding="utf-8"))]
    assert not left


def test_no_file_names_a_machine_or_an_index():
    places = re.compile(r"(?<![\w}])/(?:root|home|work|opt)/" + "[a-z.]|pypi" + r"\.org|find-links\s*=|index-url\s*=")
    named = [
        str(path.relative_to(ROOT))
        for path in files()
        if path.suffix in {".py", ".toml", ".yaml", ".sh", ".md", ""} and path.parent != ROOT / "seeds"
        if places.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not named


def test_every_seed_says_where_it_came_from():
    texts = sorted((ROOT / "seeds").glob("*.txt"))
    account = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    assert len(texts) >= 5
    for text in texts:
        sidecar = tomllib.loads(text.with_suffix(".toml").read_text(encoding="utf-8"))
        assert sidecar["licence"]
        assert sidecar["received"]
        assert text.name in account
        for oddity in sidecar.get("oddity", []):
            assert oddity["words"] in text.read_bytes().decode()
            assert oddity["reason"]


def test_the_map_in_the_readme_is_the_tree():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"^\| `([^`]+)` \|", readme, re.MULTILINE):
        assert (ROOT / name).exists(), f"README.md names {name}"


def test_the_image_installs_the_hashed_lock():
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert "--require-hashes" in dockerfile
    assert re.search(r"^USER (?!root)", dockerfile, re.MULTILINE)
    assert "HEALTHCHECK" in dockerfile
