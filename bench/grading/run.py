#!/usr/bin/env python3
"""Measures how long a grade takes inside a kernel: python3 bench/grading/run.py [--against FOLDER] [--java HOME] [EXERCISE...]

For each exercise, lab.py's kernel grades the reference solution again and again, each time with a new line in the file, as
if a reader had edited it. The time is that of the cell grade("05.1"), from sending it to its result. With --against,
another build's jars (a copy of lib/target/workbook) take turns with this one's, in a separate kernel.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from lab import archive, jars, java, kernel, setup  # noqa: E402
from lab.project import here  # noqa: E402

HERE = Path(__file__).resolve().parent
TARGET = 0.5


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercises", nargs="*", help="05.1, or 05 for a chapter; all if none is named")
    parser.add_argument("--java", metavar="HOME", help="a JDK's folder")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="another build's jars")
    parser.add_argument("--rounds", type=int, default=12)
    options = parser.parse_args()
    project = here()
    ready = setup.ensure(project)
    jdk = java.ask("--java", os.path.join(options.java, "bin", "java" + java.EXE)) if options.java else ready.java
    if jdk.fault:
        raise SystemExit(f"{jdk.describe()}: {jdk.fault}")
    builds = {"this build": project.jars} | ({"the other": options.against} if options.against else {})
    plan = {
        "rounds": options.rounds,
        "exercises": chosen(project, options.exercises),
        "kernels": [
            {"name": name, "jars": str(folder.resolve()), "spec": spec(project, ready, jdk, folder)} for name, folder in builds.items()
        ],
    }
    report(jdk, plan, measured(project, ready, plan))


def spec(project, ready, jdk, folder):
    """Return lab.py's kernel with these jars; it uses its start-up archive if this build has one."""
    kernel_jar, library = kernel.jjava(ready.python), sorted(folder.resolve().glob("*.jar"))
    own = folder == project.jars
    wanted = archive.name_for(project, jdk, jars.ensure(project, jdk), [kernel_jar, *library]) if own else None
    flags = archive.use(jdk, wanted) if wanted and wanted.exists() else []
    return kernel.spec(jdk, kernel.arguments(jdk, kernel_jar, library, flags))


def chosen(project, words):
    """Return [id, package, folder] of the named exercises, in order."""
    found = []
    for described in sorted((project.root / "exercises" / "catalogue").glob("*/exercise.properties")):
        values = dict(line.split("=", 1) for line in described.read_text(encoding="utf-8").splitlines() if "=" in line)
        id = described.parent.name.split("-")[0]
        package = {key.strip(): value.strip() for key, value in values.items()}["class"].rsplit(".", 1)[0]
        if not words or any(id == word or id.startswith(word + ".") for word in words):
            found.append([id, package, described.parent.name])
    return found or sys.exit(f"No exercise is called {' or '.join(words)}.")


def measured(project, ready, plan):
    done = subprocess.run(
        [str(ready.python), str(HERE / "measure.py")],
        input=json.dumps(plan),
        env=kernel.environment(project) | {"PYTHONPATH": str(project.root)},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def report(jdk, plan, taken):
    """Print the first grade and the warm ones for each exercise; the first half of the rounds is the warm-up."""
    print(f'{jdk.describe()}: seconds for the cell grade("…") in a kernel; warm is the second half of {plan["rounds"]} rounds')
    print(f"{'exercise':<10}{'build':<12}{'first':>7}{'median':>8}{'worst':>7}   ratio")
    medians = []
    for id, *_ in plan["exercises"]:
        warm = {name: rounds[id][len(rounds[id]) // 2 :] for name, rounds in taken.items()}
        for name, seconds in warm.items():
            ratio = statistics.median(own / other for own, other in zip(warm["this build"], seconds, strict=True))
            middle = statistics.median(seconds)
            shown = "" if name == "this build" else f"   this build / {name}: {ratio:.2f}"
            print(f"{id:<10}{name:<12}{taken[name][id][0]:7.2f}{middle:8.2f}{max(seconds):7.2f}{shown}")
            medians += [middle] if name == "this build" else []
    print(f"Of {len(medians)} exercises {sum(middle < TARGET for middle in medians)} are graded in less than {TARGET} s, warm;", end=" ")
    print(f"the median of the medians is {statistics.median(medians):.2f} s.")


if __name__ == "__main__":
    main()
