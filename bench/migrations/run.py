#!/usr/bin/env python3
"""Measures migrations against Alembic and Flask-Migrate: python3 bench/migrations/run.py [--rounds 10] [ROW ...]

The sides take turns in each round, with the same tables. The first round is the cold figure; the first half of the others
is the warm-up. A ratio is the median of the rounds' ratios, so that other load on the machine affects both sides.
"""

import argparse
import contextlib
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from sides import BENCH, Postgres, python, seconds, warm  # noqa: E402

from lab import jars, java  # noqa: E402
from lab.project import here  # noqa: E402

HERE = Path(__file__).resolve().parent
WORK = BENCH / "migrations"
PACKAGES = [
    "Flask==3.1.3",
    "Flask-SQLAlchemy==3.1.1",
    "Flask-Migrate==4.1.0",
    "alembic==1.20.1",
    "SQLAlchemy==2.1.9",
    "psycopg2-binary==2.9.11",
]
TABLES = [10, 100, 500]
ROWS = [str(tables) for tables in TABLES] + ["postgresql", "notebook", "commands"]
ON_POSTGRESQL = 100
# How many times more rounds a row of short work gets, until Java has compiled it.
ROUNDS = {"10": 5, "notebook": 3}

# title, the least ratio of Alembic's time to ours, and our maximum number of seconds for a number of tables
STEPS = {
    "models": ("mapping the models", None, {}),
    "first": ("first comparison and script", 1, {}),
    "apply": ("applying the script", 2, {}),
    "same": ("comparison, nothing changed", 2, {100: 0.07, 500: 0.35}),
    "three": ("init, migrate, upgrade", None, {2: 0.3}),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--rounds", type=int, default=10, help="5 at most for the command line")
    options = parser.parse_args()
    rows = options.rows or ROWS
    if unknown := [row for row in rows if row not in ROWS]:
        parser.error(f"no row is called {', '.join(unknown)}; there are {', '.join(ROWS)}")
    WORK.mkdir(parents=True, exist_ok=True)
    project, (jdk, _) = here(), java.find()
    jars.ensure(project, jdk)
    peer, classes = python(WORK / "venv", PACKAGES), compiled(project, jdk)
    print(f"{'':14} {'':28} {'ours':>11} {'theirs':>11} {'times as fast':>14} {'at least':>9} {'our most':>11}   cold: ours, theirs")
    for row in rows:
        if row == "commands":
            report_commands(project, jdk, peer, classes, min(options.rounds, 5))
        else:
            tables = {"postgresql": ON_POSTGRESQL, "notebook": 2}.get(row) or int(row)
            number = options.rounds * ROUNDS.get(row, 1)
            with Postgres() if row == "postgresql" else contextlib.nullcontext() as server:
                report(row, tables, rounds(project, jdk, peer, classes, tables, server, number))


def compiled(project, jdk):
    """Write the model of 500 tables, and compile it with the harness; return the folder with the application's classes."""
    sources, classes, application = WORK / "sources" / "model", WORK / "classes", WORK / "application"
    sources.mkdir(parents=True, exist_ok=True)
    for i in range(max(TABLES)):
        (sources / f"T{i:03d}.java").write_text(entity(i), encoding="utf-8")
    line = [str(Path(jdk.home, "bin", "javac")), "-proc:none", "-nowarn", "-encoding", "UTF-8", "-cp", str(project.jars / "*"), "-d"]
    quiet = {"check": True, "stderr": subprocess.DEVNULL}
    subprocess.run([*line, str(application), *map(str, (HERE / "app").glob("*.java"))], **quiet)
    subprocess.run([*line, str(classes), str(HERE / "Migrate.java"), *map(str, sources.glob("*.java"))], **quiet)
    return application


def entity(i):
    """Return one of the tables of alembic_side.py as an entity: ten columns, an index, a reference to the previous table."""
    texts = "".join(f"    @Column(length = {40 + k}) String c{k};\n" for k in range(5))
    return f"""package model;

import jakarta.persistence.*;

@Entity
@Table(name = "t{i:03d}", indexes = @Index(name = "ix_t{i:03d}_c0", columnList = "c0"))
public class T{i:03d} {{
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
{texts}    @Column(nullable = false) Integer n0;
    Integer n1;
    java.time.LocalDateTime ts;
    @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "ref_id") T{max(i - 1, 0):03d} ref;
}}
"""


def rounds(project, jdk, peer, classes, tables, server, number):
    """Let the sides take turns, each in one process; return the time of each round."""
    path = os.pathsep.join([str(WORK / "classes"), str(classes), *map(str, jars.paths(project))])
    with (
        Side("ours", [jdk.command, "-cp", path, "Migrate"]) as ours,
        Side("theirs", [str(peer), str(HERE / "alembic_side.py")]) as theirs,
    ):
        for done in range(number):
            for side in (ours, theirs) if done % 2 == 0 else (theirs, ours):
                side.round("three" if tables == 2 else "compare", tables, server)
            if not server:
                require_same(ours.file, theirs.file)
        return ours.taken, theirs.taken


class Side:
    """A process that runs a round on request."""

    def __init__(self, name, line):
        self.name, self.line, self.taken = name, line, []
        self.folder = WORK / name
        self.file = self.folder / "data.sqlite"

    def __enter__(self):
        self.log = tempfile.TemporaryFile("w+", encoding="utf-8")
        self.process = subprocess.Popen(self.line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True)
        return self

    def round(self, work, tables, server):
        fresh(self.folder)
        self.process.stdin.write(f"{work} {tables} {server or f'sqlite:///{self.file}'} {self.folder}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        while line and not line.startswith("{"):
            line = self.process.stdout.readline()  # Flask-Migrate prints what it does
        if not line:
            self.log.seek(0)
            raise SystemExit(f"{self.name} ended:\n{self.log.read()}")
        self.taken.append(json.loads(line))

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(30)
        self.log.close()


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def require_same(*files):
    """Check that both sides created the same tables, columns, keys and indexes, apart from the spelling of types."""
    one, other = map(schema, files)
    if one != other:
        differs = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
        raise SystemExit(f"The sides did not make the same tables: {[(one.get(name), other.get(name)) for name in differs[:3]]}")


def schema(file):
    with contextlib.closing(sqlite3.connect(file)) as connection:
        names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        return {name: described(connection, name) for name in names if not name.startswith(("sqlite_", "flyway_", "alembic_"))}


def described(connection, table):
    columns = [(name, notnull, key) for _, name, _, notnull, _, key in connection.execute(f"pragma table_info({table})")]
    references = [row[2:5] for row in connection.execute(f"pragma foreign_key_list({table})")]
    indexes = [row[:3] for row in connection.execute(f"pragma index_list({table})")]
    on = [(unique, tuple(row[2] for row in connection.execute(f"pragma index_info({name})"))) for _, name, unique in indexes]
    # A primary key may or may not say "not null"; Hibernate orders columns in its own way.
    return sorted((name, 1 if key else notnull, key) for name, notnull, key in columns), sorted(references), sorted(on)


def report(row, tables, taken):
    ours, theirs = taken
    for step in ours[0]:
        if step in theirs[0]:
            what, least, most = STEPS[step]
            label = {"postgresql": f"PostgreSQL {tables}", "notebook": "two tables"}.get(row, f"{tables} tables")
            limit = None if row == "postgresql" else most.get(tables)
            line(label, what, [each[step] for each in ours], [each[step] for each in theirs], least, limit)


def line(label, what, ours, theirs, least, most):
    ratio = statistics.median(b / a for a, b in zip(warm(ours), warm(theirs)))
    print(
        f"{label:14} {what:28} {seconds(statistics.median(warm(ours))):>11} {seconds(statistics.median(warm(theirs))):>11} {ratio:14.2f} "
        f"{least or '':>9} {seconds(most) if most else '':>11}   {seconds(ours[0])}, {seconds(theirs[0])}",
        flush=True,
    )


def report_commands(project, jdk, peer, classes, number):
    """Time init, migrate and upgrade as three processes in sequence, on each side."""
    jar = str(project.jars / "ormlab.jar")
    launched = ([jdk.command, "-jar", jar], WORK / "launched", f"--classes={classes}")
    plain = ([jdk.command, "-cp", jar, "ormlab.cli.Main"], WORK / "plain", f"--classes={classes}")
    three(*launched)  # the first run leaves the archive next to the jar
    taken = {"ours": [], "plain": [], "theirs": []}
    for _ in range(number):
        taken["ours"].append(three(*launched))
        taken["theirs"].append(three([str(peer), "-m", "flask", "--app", "flask_app"], WORK / "flask"))
        taken["plain"].append(three(*plain))
    ours, plain, theirs = ([sum(each.values()) for each in side] for side in taken.values())
    for what, own in (("three processes", ours), ("without the launcher", plain)):
        ratio = statistics.median(b / a for a, b in zip(own, theirs))
        both = f"{seconds(statistics.median(own)):>11} {seconds(statistics.median(theirs)):>11}"
        print(f"{'command line':14} {what:28} {both} {ratio:14.2f} {1 if own is ours else '':>9}")
    for side, each in taken.items():
        steps = {step: statistics.median(run[step] for run in each) for step in each[0]}
        print(f"{'':14} {side:8}" + ", ".join(f"{step} {seconds(value)}" for step, value in steps.items()))


def three(command, folder, *more):
    """Run init, migrate and upgrade in a new folder; return the time of each."""
    fresh(folder)
    env = os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'data.sqlite'}", "PYTHONPATH": str(HERE)}
    taken = {}
    for step in (["init"], ["migrate", "-m", "initial migration"], ["upgrade"]):
        began = time.perf_counter()
        done = subprocess.run([*command, "db", *step, *more], cwd=folder, env=env, capture_output=True, text=True)
        taken[step[0]] = time.perf_counter() - began
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(done.args)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return taken


if __name__ == "__main__":
    main()
