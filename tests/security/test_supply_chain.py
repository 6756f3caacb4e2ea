"""What is installed is known: its hashes, its licences, its vulnerabilities as far as anybody answers."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def tool(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "deploy" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def dependencies():
    return tool("dependencies")


def test_every_licence_is_allowed_and_the_bill_is_that_of_the_lock(dependencies):
    packages = dependencies.read_lock((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert not dependencies.find_faults(packages)


def test_the_bill_holds_every_package_and_every_hash_of_the_lock():
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    bill = json.loads((ROOT / "sbom.cdx.json").read_text(encoding="utf-8"))
    pins = set(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", lock, re.M))
    assert {(each["name"], each["version"]) for each in bill["components"]} == pins
    hashes = {p["value"] for each in bill["components"] for p in each["properties"] if p["name"] == "lock:sha256"}
    assert hashes == set(re.findall(r"sha256:([0-9a-f]{64})", lock))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")


@pytest.mark.parametrize(
    ("name", "licence", "allowed"),
    [("a", "MIT", True), ("a", "Apache-2.0 AND CNRI-Python", True), ("a", "GPL-3.0-only OR MIT", True),
     ("a", "GPL-3.0-only", False), ("a", "MIT AND GPL-3.0-only", False), ("a", "", False),
     ("psycopg", "LGPL-3.0-only", True), ("psycopg", "GPL-3.0-only", False), ("a", "LGPL-3.0-only", False)],
)  # fmt: skip
def test_a_licence_is_judged(dependencies, name, licence, allowed):
    assert dependencies.Package(name, "1", "", (), licence).is_allowed is allowed


@pytest.mark.parametrize(
    ("told", "words", "code"),
    [
        (None, "no vulnerability service answered", 0),
        ([{"name": "a", "skip_reason": "not found"}], "nothing of lock was checked", 0),
        ([{"name": "a", "version": "1", "vulns": []}], "no known vulnerability in 1 packages of lock", 0),
        ([{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "x"}], "1 were not known", 0),
        ([{"name": "a", "version": "1", "vulns": [{"id": "V-1", "fix_versions": ["2"]}]}], "a 1: V-1, mended in 2", 1),
    ],
)
def test_silence_is_no_finding_and_a_finding_fails(told, words, code):
    said, ended = tool("audit").judge(told, "lock")
    assert words in said
    assert ended == code


def test_the_automatic_check_runs_them_all():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^make supply$", script, re.M)
    for name in ("bandit", "deptry", "deploy/dependencies.py --check", "deploy/audit.py"):
        assert name in makefile
