#!/usr/bin/env python3
"""Measures how long all graders take over all reference solutions: python3 bench/grading/solutions.py [--processes N]
[EXERCISE]

The time runs from the start to the last verdict: the processes start cold, compile each solution and its grader, and run
them. They share the exercises as `lab.py grade-all` would distribute them to as many cores. Exit code 1 means that a
solution did not pass.
"""

import argparse
import dataclasses
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from lab import confine, setup, submissions  # noqa: E402
from lab.journal import Journal  # noqa: E402
from lab.project import here  # noqa: E402

TARGET = 60


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercise", nargs="?", default="", help="05.1, or 05 for a chapter; all if none is named")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    project = here()
    java = setup.ensure_library(project)
    exercises = project.root / "exercises"
    ids = submissions.ids(exercises, options.exercise)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as state, submissions.jars_in_reach(project) as jars:
        collect(exercises, Path(folder))
        plan = submissions.Plan(
            java.executable,
            jars,
            exercises,
            ids,
            confine.Limits(),
            seconds=60,
            confined=False,
            journal=Journal(Path(state) / "journal", []),
        )
        plans = [dataclasses.replace(plan, ids=ids[i :: options.processes]) for i in range(min(options.processes, len(ids)))]
        began = time.perf_counter()
        with ThreadPoolExecutor(len(plans)) as pool:
            found = list(pool.map(lambda one: submissions.grade(Path(folder), one), plans))
        taken = time.perf_counter() - began
    grades = [exercise for grade in found for exercise in grade.exercises]
    for exercise in (one for one in grades if one["verdict"] != "passed"):
        print(f"{exercise['exercise']}: {exercise['verdict']}")
    passed = sum(one["verdict"] == "passed" for one in grades)
    print(f"{passed} of {len(ids)} solutions passed in {taken:.1f} s, by {len(plans)} processes; the target is {TARGET} s.")
    return 0 if passed == len(ids) else 1


def collect(exercises, folder):
    """Copy the solutions of all exercises as one submission."""
    for solution in sorted((exercises / "catalogue").glob("*/solution")):
        described = (solution.parent / "exercise.properties").read_text(encoding="utf-8")
        package = next(line for line in described.splitlines() if line.startswith("class")).split("=")[1].strip().rsplit(".", 1)[0]
        shutil.copytree(solution, folder / package, dirs_exist_ok=True)


if __name__ == "__main__":
    sys.exit(main())
