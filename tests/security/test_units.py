"""The systemd units as systemd itself reads them, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

UNITS = Path(__file__).resolve().parent.parent.parent / "deploy" / "systemd"
PROGRAMS = ("srv/inspection-record/.venv/bin/python", "bin/kill")
BASIC = "[Unit]\nDescription=as every system has it\n"

pytestmark = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")


@pytest.fixture
def system(tmp_path):
    """The root of a machine on which the units and what they start are installed."""
    for program in PROGRAMS:
        path = tmp_path / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n", encoding="ascii")
        path.chmod(0o755)
    units = tmp_path / "etc" / "systemd" / "system"
    shutil.copytree(UNITS, units)
    for name in ("network.target", "sysinit.target", "basic.target", "sockets.target", "timers.target", "system.slice",
                 "shutdown.target", "multi-user.target", "time-sync.target", "time-set.target", "-.slice"):  # fmt: skip
        (units / name).write_text(BASIC, encoding="ascii")
    return tmp_path


def test_systemd_finds_nothing_wrong_with_the_units(system):
    command = ["systemd-analyze", "verify", "--man=no", f"--root={system}", *(path.name for path in UNITS.iterdir())]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")


def test_a_wrong_word_in_a_unit_would_be_told(system):
    unit = system / "etc" / "systemd" / "system" / "inspection-record.service"
    unit.write_text(unit.read_text(encoding="utf-8").replace("ProtectSystem=", "ProtectsSystem="), encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", f"--root={system}", unit.name]
    assert "ProtectsSystem" in subprocess.run(command, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("unit", ["inspection-record.service", "inspection-record-import.service"])
def test_a_unit_lays_hardly_anything_open(unit):
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=15", str(UNITS / unit)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout[-300:]
