"""Code that the measurements share: a Python with pinned packages, an embedded PostgreSQL, and how to show times."""

import os
import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / ".lab" / "bench"


def python(folder, packages):
    """Return the Python of a venv with these packages, pinned as name==version; create it if it is missing or differs."""
    executable = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    made, wanted = folder / "made-with.txt", "\n".join(packages)
    if not made.exists() or made.read_text(encoding="utf-8") != wanted:
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([str(executable), "-m", "pip", "-q", "install", *packages], check=True)
        made.write_text(wanted, encoding="utf-8")
    return executable


class Postgres:
    """Runs an embedded PostgreSQL; returns the URL of its empty database."""

    def __enter__(self):
        jars = os.pathsep.join(f"{ROOT / place}{os.sep}*" for place in ("workbook/target/chapters", "lib/target/workbook"))
        self.server = subprocess.Popen(
            ["java", "-cp", jars, str(ROOT / "bench" / "Postgres.java")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        return f"postgresql://postgres@localhost:{int(self.server.stdout.readline())}/postgres"

    def __exit__(self, *_):
        self.server.communicate("end\n", timeout=30)


def warm(times):
    """Leave out the first round, which is cold, and the first half of the others."""
    return times[1 + (len(times) - 1) // 2 :]


def seconds(value):
    return f"{value:.3f} s " if value >= 0.1 else f"{value * 1000:.2f} ms "
