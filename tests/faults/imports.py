"""What can happen to an import: killed, no room, no leave to write, two at once, a clock that is wrong."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from tests.conftest import ROOT
from tests.faults.moments import IN_TURN, PARTS, Watched, rehearse
from tests.faults.place import AFTER, Place, Visitors, in_a_file, in_a_server, newest_digest, site, stop
from tests.soak.rows import Campaign, Row

Where = Callable[[], AbstractContextManager[Place]]
WHOLE = ("--explain",)  # the table of all merges asks for a whole building


def kill_at_random(where: Where, times: int, seed: int = 1, *, how: Sequence[str] = ()) -> Row:
    """SIGKILL to the import and all it started, at a random moment of each part of it in turn.

    So little more is written as a difference; with ``WHOLE`` everything is built.
    """
    chance = random.Random(seed)
    words = ("import_sources", *AFTER, *how)
    with where() as place:
        place.reset()
        taken, by_difference = rehearse(place, *words)
        assert by_difference != bool(how), "this edition is made in the other way"
        struck: Counter[str] = Counter()
        ended = published = 0
        place.reset()
        with site(place) as port, Visitors(place, port) if place.is_file else contextlib.nullcontext() as visitors:
            while struck.total() < times:
                place.reset()
                aim = IN_TURN[struck.total() % len(IN_TURN)]
                watched = Watched(place, *words)
                if watched.reach(aim):
                    time.sleep(chance.random() * taken[aim])
                killed, part = watched.process.poll() is None, watched.part()
                stop(watched.process)
                watched.close()
                if not killed:  # it ended first: that is no kill
                    ended += 1
                    assert ended < 10 * times, "imports end before they can be killed"
                    continue
                struck[part] += 1
                with place.reading():
                    published += newest_digest() == place.digests[1]
                place.check(f"killed in {part}, kill {struck.total()}")
            asked = visitors.asked if visitors else 0
        kind = "a file" if place.is_file else "PostgreSQL"
        seen = f"; {asked:,} pages asked for meanwhile" if asked else ""
        parts = ", ".join(f"{part} {struck[part]}" for part in PARTS if struck[part])
        built = "everything built" if how else "by difference"
        measured = f"{parts}; {published} of them had published{seen}"
        return Row("Import", f"SIGKILL at a random moment, {kind}, {built}", times, tuple(place.lost), measured)


@contextlib.contextmanager
def small_disk(size: str) -> Iterator[Path]:
    """A file system in memory of this size; needs root."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def may_mount() -> bool:
    if os.geteuid() != 0 or not shutil.which("mount"):
        return False
    try:
        with small_disk("64k"):
            return True
    except (subprocess.CalledProcessError, OSError):
        return False


def fill_the_disk(times: int) -> Row:
    """A disk with room for less and less of the new file beside the live one."""
    with small_disk("200m") as disk, in_a_file(disk) as place, site(place) as port, Visitors(place, port) as visitors:
        refused = 0
        place.command("import_sources", *AFTER)
        largest = Path(place.live).stat().st_size
        for trial in range(times):
            place.reset()
            room = int(largest * 1.1 * trial / times)
            free = shutil.disk_usage(disk).free
            filler = disk / "filler"
            with filler.open("wb") as opened:
                os.posix_fallocate(opened.fileno(), 0, max(1, free - room))
            code, said = place.command("import_sources", *AFTER)
            if code:
                refused += 1
                if "full" not in said or "Traceback" in said:
                    place.lost.append(f"with room for {room:,} bytes it said: {said[-200:]}")
            filler.unlink()
            place.check(f"with room for {room:,} bytes")
        measured = f"{refused} refused in one sentence; {visitors.asked:,} pages asked for meanwhile"
        return Row("Import", "disk full", times, tuple(place.lost), measured)


LIMITED = """
import resource, runpy, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
runpy.run_path("manage.py", run_name="__main__")
"""


def limit_files(times: int) -> Row:
    """A file that may grow no further, where no disk can be made: the same refusal by another road."""
    with in_a_file() as place:
        place.command("import_sources", *AFTER)
        largest = Path(place.live).stat().st_size
        for trial in range(times):
            place.reset()
            most = max(1, int(largest * trial / times))
            code, said = place.command("import_sources", *AFTER, program=("-c", LIMITED.format(most=most)))
            if code != 1 or "Traceback" in said or "stays in place" not in said:
                place.lost.append(f"a file of at most {most:,} bytes ended with {code}: {said[-200:]}")
            place.check(f"a file of at most {most:,} bytes")
        return Row("Import", "a file that may grow no further", times, tuple(place.lost))


@contextlib.contextmanager
def made_read_only(folder: Path) -> Iterator[None]:
    """A folder that nobody can write to, root included."""
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def read_only_target(times: int) -> Row:
    """A disk that was made read-only; the site goes on, the import says so."""
    with in_a_file() as place, site(place) as port, Visitors(place, port) as visitors:
        for trial in range(times):
            place.reset()
            with made_read_only(Path(place.live).parent):
                code, said = place.command("import_sources", *AFTER)
                if code != 1 or "Read-only file system" not in said or "Traceback" in said:
                    place.lost.append(f"it ended with {code}: {said[-200:]}")
            place.check(f"read-only, {trial}")
        measured = f"{visitors.asked:,} pages asked for meanwhile"
        return Row("Import", "read-only target", times, tuple(place.lost), measured)


def many_at_once(where: Where, times: int, together: int = 3) -> Row:
    """Several imports of the same sources at the same moment: one publishes, the others say why they do not."""
    with where() as place:
        refused = 0
        for trial in range(times):
            place.reset()
            started = [place.start("import_sources", *AFTER) for _ in range(together)]
            ended = [(process.communicate(timeout=300), process.returncode) for process in started]
            if not any(code == 0 for _, code in ended):
                place.lost.append(f"{trial}: none of {together} imports published")
            for (_, said), code in ended:
                refused += code == 1
                if code not in (0, 1) or (code == 1 and "another import is working" not in said):
                    place.lost.append(f"{trial}: an import ended with {code}: {said[-200:]}")
            place.check(f"{together} at once, {trial}")
        kind = "a file" if place.is_file else "PostgreSQL"
        measured = f"{refused} of {times * together} refused"
        return Row("Import", f"{together} imports at once, {kind}", times, tuple(place.lost), measured)


def cut_the_power(times: int, seed: int = 3) -> Row:
    """What a power cut can leave: the new file torn anywhere or full of zeros, half a journal, a name too many.

    The new file is on the disk before it gets its name (``order_of_the_swap`` sees to that), so under the live name
    there is always a whole file.
    """
    chance = random.Random(seed)
    with in_a_file() as place:
        live = Path(place.live)
        place.command("import_sources", *AFTER)
        finished = live.read_bytes()
        for _ in range(times):
            place.reset()
            whole = chance.random() < 0.3
            kept = live.with_name(f"{live.name}-edition-1")
            if chance.random() < 0.5:
                kept.hardlink_to(live)
            if whole:
                live.with_name(f"{live.name}-new").write_bytes(finished)
                live.with_name(f"{live.name}-new").replace(live)
            else:
                live.with_name(f"{live.name}-new").write_bytes(torn(finished, chance))
                live.with_name(f"{live.name}-new-journal").write_bytes(chance.randbytes(chance.randrange(9000)))
                live.with_name(f"{live.name}-copy").write_bytes(torn(finished, chance))
            live.with_name(f"{live.name}.lock").touch()
            place.check("after a power cut " + ("behind the rename" if whole else "before the rename"))
            left = [path.name for path in live.parent.glob(f"{live.name}-*") if path.name.endswith(("-new", "-copy"))]
            if left:
                place.lost.append(f"the next import left {left}")
        return Row("Import", "power cut, as it may leave the folder", times, tuple(place.lost))


def torn(data: bytes, chance: random.Random) -> bytes:
    """A beginning of a file, some of whose blocks never reached the disk."""
    some = bytearray(data[: chance.randrange(len(data))])
    for _ in range(chance.randrange(8)):
        at = chance.randrange(len(some) + 1) // 4096 * 4096
        some[at : at + 4096] = bytes(len(some[at : at + 4096]))
    return bytes(some)


def order_of_the_swap() -> list[str]:
    """What the system was asked to do with the new file, in order: told by strace, where it is installed."""
    with in_a_file() as place, tempfile.TemporaryDirectory() as folder:
        place.reset()
        told = Path(folder) / "told"
        trace = [
            "strace",
            "-f",
            "--seccomp-bpf",
            "-y",
            "-e",
            "trace=fsync,fdatasync,rename,renameat,renameat2",
            "-o",
            str(told),
        ]
        command = [sys.executable, "manage.py", "import_sources", *map(str, AFTER)]
        subprocess.run([*trace, *command], cwd=ROOT, env=place.environment, check=True, capture_output=True)
        folder_synced = f"<{Path(place.live).parent}>"
        steps = []
        for line in told.read_text(encoding="utf-8").splitlines():
            if "rename" in line and "-new" in line:
                steps.append("rename")
            elif "sync(" in line and "-new>" in line:
                steps.append("new file to the disk")
            elif "sync(" in line and folder_synced in line:
                steps.append("folder to the disk")
        return steps


def power_cuts(times: int) -> list[Row]:
    rows = [cut_the_power(times)]
    if shutil.which("strace"):
        steps = order_of_the_swap()
        right = steps[-3:] == ["new file to the disk", "rename", "folder to the disk"]
        rows.append(Row("Import", "order of sync and rename", 1, () if right else (str(steps),), ", ".join(steps[-3:])))
    return rows


CLOCK = """
    import datetime, os, time
    behind = float(os.environ["CLOCK_BEHIND"])
    true = datetime.datetime
    class Kind(type):
        def __instancecheck__(cls, thing):
            return isinstance(thing, true)
    class Behind(true, metaclass=Kind):
        @classmethod
        def now(cls, tz=None):
            return true.now(tz) - datetime.timedelta(seconds=behind)
    datetime.datetime = Behind
    now = time.time
    time.time = lambda: now() - behind
"""


def clock_moved_back(where: Where, times: int, seed: int = 2) -> Row:
    """An import whose clock stands before the edition that it would follow: it is refused until the clock is right."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, where() as place:
        Path(folder, "sitecustomize.py").write_text(textwrap.dedent(CLOCK), encoding="utf-8")
        for _ in range(times):
            place.reset()
            behind = chance.choice((3600, 86_400, 86_400 * 400)) * chance.uniform(1, 2)
            environment = {**place.environment, "PYTHONPATH": folder, "CLOCK_BEHIND": str(behind)}
            code, said = place.command("import_sources", *AFTER, env=environment)
            if code != 1 or "this machine's clock says" not in said or "Traceback" in said:
                place.lost.append(f"a clock {behind:.0f} s behind: the import ended with {code}: {said[-200:]}")
            place.check(f"a clock {behind:.0f} s behind")
        kind = "a file" if place.is_file else "PostgreSQL"
        return Row("Import", f"clock moved back, {kind}", times, tuple(place.lost), "refused each time")


def _on_disks() -> list[Row]:
    if not may_mount():
        return [limit_files(20)]
    return [fill_the_disk(20), read_only_target(5), limit_files(10)]


CAMPAIGNS = [
    Campaign("import-killed-file", lambda: kill_at_random(in_a_file, 50)),
    Campaign("import-killed-postgresql", lambda: kill_at_random(in_a_server, 50)),
    Campaign("import-killed-file-whole", lambda: kill_at_random(in_a_file, 50, how=WHOLE)),
    Campaign("import-killed-postgresql-whole", lambda: kill_at_random(in_a_server, 50, how=WHOLE)),
    Campaign("import-disks", _on_disks),
    Campaign("import-at-once-file", lambda: many_at_once(in_a_file, 10)),
    Campaign("import-at-once-postgresql", lambda: many_at_once(in_a_server, 10)),
    Campaign("import-power", lambda: power_cuts(30)),
    Campaign("import-clock", lambda: [clock_moved_back(where, 10) for where in (in_a_file, in_a_server)]),
]
