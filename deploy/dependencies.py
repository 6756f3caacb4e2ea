"""The bill of materials and the list of licences, from the lock: ``make sbom``.

    python deploy/dependencies.py            writes sbom.cdx.json (CycloneDX 1.6) and docs/licences.md
    python deploy/dependencies.py --check    says what is not as it should be, and ends with 1

Versions and hashes are those of requirements.txt; licences are those that the installed packages state. Nothing
is dated or numbered at random: the same lock gives the same file.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK, BILL, LICENCES = ROOT / "requirements.txt", ROOT / "sbom.cdx.json", ROOT / "docs" / "licences.md"
PIN = re.compile(
    r"^([a-z0-9._-]+)==([^ ;\\]+)(?: *; *([^\\\n]+?))? *\\?\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)
PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CNRI-Python", "ISC", "MIT", "MIT-CMU", "PSF-2.0", "Zlib",
}  # fmt: skip
EXCEPTIONS = {  # not permissive, used as they come; DECISIONS.md says why
    "psycopg": "LGPL-3.0-only", "psycopg-binary": "LGPL-3.0-only", "certifi": "MPL-2.0",
    "tld": "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
}  # fmt: skip
MEANT = {  # what packages write, and what they mean
    "BSD": "BSD-3-Clause", "BSD License": "BSD-3-Clause", "The BSD 2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}  # fmt: skip


@dataclass(frozen=True)
class Package:
    """One line of the lock, with the licence its authors state."""

    name: str
    version: str
    only_where: str
    hashes: tuple[str, ...]
    licence: str

    @property
    def is_permissive(self) -> bool:
        """Every part of the licence is; of alternatives one is enough."""
        choices = [choice.split(" AND ") for choice in self.licence.split(" OR ")]
        return any(all(part in PERMISSIVE for part in parts) for parts in choices)

    @property
    def is_allowed(self) -> bool:
        return self.is_permissive or EXCEPTIONS.get(self.name) == self.licence


def read_lock(text: str) -> list[Package]:
    """Every package of the lock, in its order."""
    return [
        Package(name, version, where, tuple(re.findall(r"sha256:([0-9a-f]{64})", hashes)), state_licence(name))
        for name, version, where, hashes in PIN.findall(text)
    ]


def state_licence(name: str) -> str:
    """As an SPDX expression; "" where the package states none."""
    try:
        told = metadata(name)
    except PackageNotFoundError:  # only needed on other machines or other Pythons: as it was written there
        return written_licence(name)
    stated = told.get("License-Expression") or ""
    line = (told.get("License") or "").strip()
    classes = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier", []) if each.startswith("License")]
    for words in (stated, line, *classes):
        meant = MEANT.get(words, words)
        if meant in PERMISSIVE | set(EXCEPTIONS.values()) | set(MEANT.values()) or (stated and words == stated):
            return meant
    return ""


def written_licence(name: str) -> str:
    """What the bill of materials says already."""
    told = json.loads(BILL.read_text(encoding="utf-8"))["components"] if BILL.is_file() else []
    found = next((each["licenses"] for each in told if each["name"] == name), [])
    return found[0]["expression"] if found else ""


def write_bill(packages: list[Package]) -> str:
    """As CycloneDX has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    components = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{each.name}@{each.version}",
            "name": each.name,
            "version": each.version,
            "licenses": [{"expression": each.licence}] if each.licence else [],
            "purl": f"pkg:pypi/{each.name}@{each.version}",
            "properties": [{"name": "lock:sha256", "value": digest} for digest in each.hashes]
            + ([{"name": "lock:only-where", "value": each.only_where}] if each.only_where else []),
        }
        for each in packages
    ]
    whole = {"type": "application", "name": project["name"], "version": project["version"]}
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": whole | {"licenses": [{"expression": project["license"]}]}},
        "components": components,
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def write_licences(packages: list[Package]) -> str:
    noted = [(p, "" if p.is_permissive else " an exception, see below") for p in packages]
    rows = [f"| {p.name} | {p.version} | {p.licence} |{note} |" for p, note in noted]
    return (
        "# Licences\n\nMade by `make sbom` from `requirements.txt`: what is installed where this is served. The "
        "program itself is under the MIT licence.\n\n| package | version | licence | |\n|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n\nAll are permissive but `psycopg` (LGPL: Django speaks to PostgreSQL through no other driver), and what\n"
        "`trafilatura` brings: `certifi` (MPL 2.0, a list of certificates) and `tld` (MPL, GPL or LGPL as one likes).\n"
        "They are used as they come and change nothing here. The two fonts are under the Open Font Licence, which\n"
        "stands beside them (`inspections/web/fonts`).\n"
    )


def find_faults(packages: list[Package]) -> list[str]:
    """What a review would object to."""
    faults = [f"{p.name}: {p.licence or 'states no licence'} is not allowed" for p in packages if not p.is_allowed]
    missing = EXCEPTIONS.keys() - {p.name for p in packages}
    faults += [f"{name}: an exception that is not in the lock" for name in sorted(missing)]
    for path, wanted in ((BILL, write_bill(packages)), (LICENCES, write_licences(packages))):
        if not path.is_file() or path.read_text(encoding="utf-8") != wanted:
            faults.append(f"{path.relative_to(ROOT)} is not what the lock says: make sbom")
    return faults


def main() -> int:
    packages = read_lock(LOCK.read_text(encoding="utf-8"))
    if "--check" not in sys.argv[1:]:
        BILL.write_text(write_bill(packages), encoding="utf-8")
        LICENCES.write_text(write_licences(packages), encoding="utf-8")
    faults = find_faults(packages)
    print("\n".join(faults) or f"{len(packages)} packages, every licence allowed, {BILL.name} as the lock says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
