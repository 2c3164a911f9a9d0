#!/usr/bin/env python3
"""Measures the library against plain Hibernate and raw JDBC: python3 bench/speed/run.py [--rounds 12] [--python] [ROW ...]

Every row runs in its own Java process, whose sides take turns. The first round is the cold figure; the first half of the
others is the warm-up. A ratio is the median of the rounds' ratios, so that other load on the machine affects both sides.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sides import BENCH, ROOT, python, seconds, warm

HERE = Path(__file__).resolve().parent
WORK = BENCH / "speed"
EXE = ".exe" if os.name == "nt" else ""

# row: its title, the side it is compared with, and the maximum ratio
ROWS = {
    "add_all": ("addAll of 100,000 with generated ids", {"raw": 2.5, "hibernate": None}),
    "add_all_dynamic": ("the same, users with a dynamic list", {"raw": 2.5}),
    "bulk": ("insertAll of 100,000", {"raw": 1.5}),
    "load": ("load 100,000", {"hibernate": 1.1}),
    "gets": ("10,000 gets, a session each", {"hibernate": 1.1}),
    "lazy": ("1,001 lazy loads", {"hibernate": 1.1}),
    "commits": ("1,000 commits of one row", {"hibernate": 1.1, "raw": None}),
    "page": ("page of 20 out of 1,000,000", {"hibernate": 1.1}),
    "dynamic_count": ("page and count of a dynamic list of 1,000,000", {"hibernate": 1.1}),
    "trace": ("10,000 gets, library's trace off", {"no trace": 1.02}),
    "deep": ("slice by key: page 50,000 and page 1", {"page 1": 1.5}),
}
# How many times more rounds a row gets, until Java has compiled both sides: a page of a Query's criteria is as fast as HQL
# only after some 15,000 of them.
ROUNDS = {"page": 34, "commits": 3, "bulk": 2}
PEER = ["Flask-SQLAlchemy==3.1.1", "SQLAlchemy==2.1.9"]
COLLECTORS = ["-XX:+UseG1GC", "-XX:+UseParallelGC"]  # Java's default, and the one that suits long batches
RESIDENT_MB = 210  # of the row dynamic_count, including plain Hibernate in the same process


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--python", action="store_true", help="also Flask-SQLAlchemy's add_all, in a venv")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    run = java()
    if not (WORK / "data" / "made").exists():
        (WORK / "data").mkdir(exist_ok=True)
        run("data", 0)
    print(f"{'row':48} {'against':10} {'median':>10} {'other':>10} {'ratio':>6} {'target':>6} {'cold':>16}")
    for row in options.rows or ROWS:
        rounds = min(options.rounds, 3) if row == "deep" else options.rounds * ROUNDS.get(row, 1)
        report(row, run(row, rounds))
    if options.python:
        peer(run, "add_all", "select")
        peer(run, "add_all_dynamic", "dynamic")


def java():
    """Compile the library and the harness; return a function that runs a row."""
    maven = ROOT / ("mvnw.cmd" if os.name == "nt" else "mvnw")
    path = WORK / "classpath"
    goals = ["compile", "dependency:build-classpath", f"-Dmdep.outputFile={path}", "-DincludeScope=runtime"]
    subprocess.run([str(maven), "-q", "-B", "-pl", "lib", *goals], cwd=ROOT, check=True)
    home = os.environ.get("JAVA_HOME")
    tool = (lambda name: str(Path(home, "bin", name + EXE))) if home else (lambda name: name)
    library = os.pathsep.join([str(ROOT / "lib" / "target" / "classes"), path.read_text().strip()])
    sources = [str(source) for source in HERE.glob("*.java")]
    classes = WORK / "classes"
    compile_ = [tool("javac"), "-proc:none", "-encoding", "UTF-8", "-cp", library, "-d"]
    subprocess.run([*compile_, str(classes), *sources], check=True)

    def run(row, rounds, *options):
        command = [tool("java"), *options, "-cp", os.pathsep.join([str(classes), library]), "Speed", row, str(rounds), str(WORK / "data")]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return json.loads(printed) if printed.strip() else None

    return run


def report(row, result):
    what, against = ROWS[row]
    sides = result["s"]
    own = next(side for side in sides if side not in against)
    for other, target in against.items():
        ratio = statistics.median(a / b for a, b in zip(warm(sides[own]), warm(sides[other])))
        print(
            f"{what:48} {other:10} {shown(warm(sides[own]))} {shown(warm(sides[other]))} {ratio:6.2f} "
            f"{target or '':>6} {seconds(sides[own][0])}{seconds(sides[other][0])}",
            flush=True,
        )
    if row == "dynamic_count":
        print(f"{'':48} resident: {result['rss_mb']} MB of {RESIDENT_MB}")


def shown(times):
    return f"{seconds(statistics.median(times)):>10}"


def peer(run, row, lazy):
    """Compare Flask-SQLAlchemy's add_all and commit with ours, with both collectors, in processes that take turns."""
    executable = python(WORK / "venv", PEER)
    theirs, cold, ours = [], [], {option: [] for option in COLLECTORS}
    for _ in range(3):
        printed = subprocess.run([str(executable), str(HERE / "add_all.py"), "2", lazy], check=True, capture_output=True, text=True)
        first, later = json.loads(printed.stdout)
        theirs.append(later)
        for option in COLLECTORS:
            times = run(row, 8, option)["s"]["ormlab"]
            ours[option].append(statistics.median(warm(times)))
            if option == COLLECTORS[0]:
                cold.append(first / times[0])
    print(
        f"Flask-SQLAlchemy's add_all of 100,000 and commit, lazy='{lazy}': {seconds(statistics.median(theirs))}; cold, ours is "
        f"{statistics.median(cold):.1f} times as fast"
    )
    for option, times in ours.items():
        ratio = statistics.median(a / b for a, b in zip(theirs, times))
        print(f"    ours, {option}: {seconds(statistics.median(times))}, {ratio:.1f} times as fast (target 10)", flush=True)


if __name__ == "__main__":
    main()
