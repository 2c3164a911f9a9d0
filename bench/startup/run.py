#!/usr/bin/env python3
"""Measures how long a reader waits: python3 bench/startup/run.py [--java HOME ...] [--first-command] [--maven-test]
                          python3 bench/startup/run.py --replies

Measures from a kernel's start to the first query's result, side by side in one run: lab.py's kernel, its spare kernel (from
when a notebook takes it), the kernel as installed, and ipykernel with SQLAlchemy. With the flags, also measures the
README's two commands on a fresh clone.
With --replies, measures completion and Shift-Tab instead.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from lab import archive, jars, java, kernel, packages, setup, training_cells  # noqa: E402
from lab.process import run_step  # noqa: E402
from lab.project import here  # noqa: E402

PEER = {"ipykernel": "7.4.0", "SQLAlchemy": "2.1.9"}
HERE = Path(__file__).resolve().parent

# A name to complete, or a call whose Javadoc Shift-Tab shows.
OF_THE_JDK = ['"abc".sub', "java.util.List.of(1).str", "java.time.LocalDate.of(2026, 1, 1).plusDays(", "String.format("]
OF_THE_LIBRARY = ["db.que", "ursula.getBooks().or", "db.query(Author.class).", "db.query(Author.class).orderBy(", "Database.open("]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", action="append", default=[], metavar="HOME", help="a JDK's folder; repeatable")
    parser.add_argument("--runs", type=int, help="5; 50 with --replies")
    parser.add_argument("--replies", action="store_true", help="time completion and Shift-Tab")
    parser.add_argument("--first-command", action="store_true", help="time python3 lab.py on a fresh clone")
    parser.add_argument("--maven-test", action="store_true", help="time ./mvnw test on a fresh clone")
    options = parser.parse_args()
    project = here()
    ready = setup.ensure(project)
    peer = None if options.replies else python_peer(project)
    for home in options.java or [ready.java.home]:
        jdk = java.ask("--java", os.path.join(home, "bin", "java" + java.EXE))
        if jdk.fault:
            raise SystemExit(f"{jdk.describe()}: {jdk.fault}")
        kernels = java_kernels(project, ready, jdk)
        if options.replies:
            report_replies(jdk, measure(project, ready, answering(kernels), options.runs or 50, replies=True))
        else:
            report(jdk, measure(project, ready, [*kernels, peer], options.runs or 5))
    if options.first_command or options.maven_test:
        fresh_clone(options)


def java_kernels(project, ready, jdk):
    """Return lab.py's kernel, its spare kernel, and the kernel as installed, all on this JDK."""
    kernel_jar, library = kernel.jjava(ready.python), jars.paths(project)
    wanted = archive.name_for(project, jdk, jars.ensure(project, jdk), [kernel_jar, *library])
    own = kernel.spec(jdk, kernel.arguments(jdk, kernel_jar, library, archive.use(jdk, wanted)))
    stock = json.loads((kernel_jar.parent / "kernel.json").read_text())
    stock["argv"] = [part.replace("{resource_dir}", str(kernel_jar.parent)) for part in stock["argv"]]
    cells = training_cells.read(HERE / "first_query.jsh")
    common = {"cells": cells, "path": str(Path(jdk.executable).parent), "ahead": False}
    warm_up = f"-Dormlab.warm-up={ROOT / 'lab' / 'training.jsh'}"
    spare = own | {"argv": [own["argv"][0], warm_up, *own["argv"][1:]]}
    return [
        common | {"name": "lab.py", "spec": own, "archive": str(wanted)},
        common | {"name": "spare", "spec": spare, "archive": "", "ahead": True},
        common | {"name": "as installed", "spec": stock, "archive": ""},
    ]


def python_peer(project):
    """Return the Python kernel, in a separate venv under .lab."""
    folder = project.state / "bench" / "python"
    python = packages.python_of(folder)
    if not python.exists():
        run_step("Making the peer's venv", [sys.executable, "-m", "venv", folder], "")
    said = packages.ask(python, PEER)
    if not said or packages.lacking(said, PEER):
        pinned = [f"{name}=={version}" for name, version in PEER.items()]
        run_step("Installing ipykernel and SQLAlchemy", [python, "-m", "pip", "install", *pinned], "Needs the network.")
    spec = {"argv": [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"], "language": "python"}
    cells = training_cells.read(HERE / "first_query.py", "# ---")
    spec |= {"display_name": "Python", "env": {"PYTHONPATH": ""}}
    return {"name": "ipykernel", "spec": spec, "cells": cells, "path": str(python.parent), "archive": "", "ahead": False}


def answering(kernels):
    """Return lab.py's kernel and the one as installed, with the library, and the latter without it."""
    with_library = [each | {"replies": [*OF_THE_JDK, *OF_THE_LIBRARY]} for each in kernels if each["name"] != "spare"]
    completions = [code for code in OF_THE_JDK if not code.endswith("(")]  # JJava itself shows nothing at the end of a cell.
    bare = with_library[-1] | {"name": "without the library", "cells": ["int one = 1;"], "replies": completions}
    return [*with_library, bare]


def measure(project, ready, kernels, runs, **more):
    done = subprocess.run(
        [str(ready.python), str(HERE / "measure.py")],
        input=json.dumps({"runs": runs, "kernels": kernels} | more),
        env=kernel.environment(project) | {"PYTHONPATH": str(project.root)},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def report(jdk, taken):
    """Print the medians, and the ratios of lab.py's kernels to each; a ratio is the median of the rounds' ratios."""
    print(f"\n{jdk.describe()}: seconds from kernel start to the first query's result, medians of {len(taken['lab.py'])}")
    for name, seconds in taken.items():
        ratios = [f"{own} / {name}: {_ratio(taken[own], seconds):.2f}" for own in ("lab.py", "spare")]
        shown = " ".join(f"{second:.2f}" for second in seconds)
        print(f"  {name:<14}{statistics.median(seconds):6.2f}   {'   '.join(ratios)}   ({shown})")


def report_replies(jdk, taken):
    """Print the median and the 95th percentile of each kernel's replies, and lab.py's ratio to the others, round by round."""
    print(f"\n{jdk.describe()}: milliseconds from a request to its reply, median and 95th percentile")
    for title, code in (("names of the JDK", OF_THE_JDK), ("names of the library", OF_THE_LIBRARY)):
        for kind in ("completion", "Shift-Tab"):
            asked = [each for each in code if each.endswith("(") == (kind == "Shift-Tab")]
            print(f"  {kind}, {title}")
            own = [second for each in asked for second in taken["lab.py"][each]]
            for name, replies in taken.items():
                if not set(asked) <= set(replies):
                    continue
                seconds = [second for each in asked for second in replies[each]]
                late = statistics.quantiles(seconds, n=20)[-1]
                ratio = f"lab.py / {name}: {_ratio(own, seconds):.2f}"
                print(f"    {name:<20}{statistics.median(seconds) * 1000:8.1f}{late * 1000:8.1f}   {ratio}")


def _ratio(own, other):
    return statistics.median(one / another for one, another in zip(own, other))


def fresh_clone(options):
    """Time the README's commands in a new clone, with this user's package caches."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "ormlab"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        if options.first_command:
            print(f"python3 lab.py on a fresh clone, to JupyterLab's address: {first_command(clone):.0f} s")
        if options.maven_test:
            began = time.monotonic()
            done = subprocess.run([str(clone / "mvnw"), "-q", "-B", "test"], cwd=clone, stdout=subprocess.DEVNULL)
            print(f"./mvnw test on the clone: {time.monotonic() - began:.0f} s, exit code {done.returncode}")


def first_command(clone):
    """Return the time until lab.py's JupyterLab prints its URL; then stop it."""
    began = time.monotonic()
    line = [sys.executable, str(clone / "lab.py"), "open", "--no-browser"]
    process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = []
    for text in process.stdout:
        said.append(text)
        if "token=" in text:
            taken = time.monotonic() - began
            process.send_signal(2)
            process.communicate()
            return taken
    raise SystemExit("lab.py ended before JupyterLab gave its address:\n" + "".join(said))


if __name__ == "__main__":
    main()
