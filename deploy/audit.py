"""Known vulnerabilities of what is installed, by pip-audit: ``python deploy/audit.py``.

Ends with 1 when one is known. A service that does not answer is said in one line and fails nothing: its silence is
no finding, and a check must not stand or fall with somebody else's server.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")


def ask(lock: str) -> list[dict[str, Any]] | None:
    """What is said of each package of a lock; None when nothing was said at all."""
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--requirement", lock,
               "--progress-spinner", "off", "--format", "json", "--timeout", "20"]  # fmt: skip
    try:
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=240)
        told: list[dict[str, Any]] = json.loads(answer.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None
    return told


def judge(told: Sequence[dict[str, Any]] | None, lock: str) -> tuple[str, int]:
    """What to print, and how to end."""
    if told is None or not any("vulns" in each for each in told):
        return f"pip-audit: no vulnerability service answered, so nothing of {lock} was checked", 0
    known = [
        f"{each['name']} {each['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'no version'}"
        for each in told
        for found in each.get("vulns", ())
    ]
    if known:
        return "\n".join(known), 1
    skipped = sum("vulns" not in each for each in told)
    left_out = f"; {skipped} were not known to the service" if skipped else ""
    return f"pip-audit: no known vulnerability in {len(told) - skipped} packages of {lock}{left_out}", 0


def main() -> int:
    judged = [judge(ask(lock), lock) for lock in LOCKS]
    print("\n".join(words for words, _ in judged))
    return max(code for _, code in judged)


if __name__ == "__main__":
    sys.exit(main())
