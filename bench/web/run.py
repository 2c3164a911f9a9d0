#!/usr/bin/env python3
"""Puts load on the example microblog and the same pages in Flask: python3 bench/web/run.py [--clients 64] [--seconds 30] [SIDE
...]

A side is a server with a database: java-sqlite, flask-sqlite, java-postgresql, flask-postgresql. Each starts with an empty
database and its own processes; they run one after the other. Everything is on 127.0.0.1, including the load generator.
"""

import argparse
import contextlib
import json
import os
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sides import BENCH, ROOT, Postgres, python

HERE = Path(__file__).resolve().parent
EXAMPLE = ROOT / "examples" / "microblog"
WORK = BENCH / "web"
SIDES = ["java-sqlite", "flask-sqlite", "java-postgresql", "flask-postgresql"]
PACKAGES = ["flask==3.1.3", "flask-sqlalchemy==3.1.1", "gunicorn==23.0.0", "psycopg2-binary==2.9.11"]
HEAP = "192m"
WORKERS, THREADS = 5, 16  # gunicorn recommends twice the number of cores plus one; this machine has two


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sides", nargs="*", metavar="SIDE", help=", ".join(SIDES))
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=int, default=30)
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    python = environment()
    print(f"{'side':18} {'per s':>7} {'reads':>8} {'posts':>8} {'p50 ms':>8} {'p99 ms':>8} {'MB':>6}  errors, lost, doubled")
    failed = False
    for side in options.sides or SIDES:
        failed |= report(side, measured(side, python, options))
    return 1 if failed else 0


def environment():
    """Build the example and create a Python for Flask; return that Python."""
    if not (EXAMPLE / "target" / "microblog.jar").exists():
        raise SystemExit("Build the example first: ./mvnw install -DskipTests, then ./mvnw -f examples/microblog package -DskipTests")
    return python(WORK / "venv", PACKAGES)


def measured(side, python, options):
    """Run one side and return its figures."""
    language, kind = side.split("-")
    file = WORK / f"{side}.sqlite"
    for left in WORK.glob(file.name + "*"):
        left.unlink()
    with contextlib.nullcontext(f"sqlite:///{file}") if kind == "sqlite" else Postgres() as url:
        port = free_port()
        start = java if language == "java" else flask
        server = start(python, url, port)
        try:
            answers(port, server)
            memory = Memory(server.pid)
            line = ["java", "-Xmx256m", str(HERE / "Load.java"), f"http://127.0.0.1:{port}"]
            accepted = WORK / f"{side}.txt"
            ran = subprocess.run([*line, str(options.clients), str(options.seconds), str(accepted)], capture_output=True, text=True)
            if ran.returncode != 0:
                raise SystemExit(ran.stdout + ran.stderr)
            figures = json.loads(ran.stdout.splitlines()[-1])
            figures["mb"] = memory.stop()
        finally:
            server.terminate()
            server.wait(30)
        stored = bodies(kind, file, url, python)
        taken = accepted.read_text(encoding="utf-8").splitlines()
        figures["lost"] = len(set(taken) - set(stored))
        figures["doubled"] = len(stored) - len(set(stored))
        return figures


def report(side, of):
    wrong = sum(of["errors"].values())
    print(
        f"{side:18} {of['per_second']:7} {of['reads']:8} {of['posts']:8} {of['p50_ms']:8.1f} {of['p99_ms']:8.1f} {of['mb']:6.0f}  "
        f"{wrong}, {of['lost']}, {of['doubled']} {of['errors'] or ''}",
        flush=True,
    )
    return wrong + of["lost"] + of["doubled"] > 0


def java(python, url, port):
    jar = str(EXAMPLE / "target" / "microblog.jar")
    env = os.environ | {"DATABASE_URL": url, "PORT": str(port)}
    subprocess.run(["java", "-jar", jar, "upgrade"], env=env, cwd=EXAMPLE, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return subprocess.Popen(["java", f"-Xmx{HEAP}", "-jar", jar], env=env, cwd=EXAMPLE, **quiet("java", port))


def flask(python, url, port):
    """Start Flask. All processes together have as many pooled connections as the Java side; on SQLite, each thread has its
    own.
    """
    address = url.replace("postgresql:", "postgresql+psycopg2:")  # SQLAlchemy would choose another driver
    env = os.environ | {"DATABASE_URL": address, "POOL": str(THREADS if "sqlite" in url else 2), "PYTHONPATH": str(HERE)}
    subprocess.run([str(python), "-c", "import flask_microblog"], env=env | {"CREATE": "yes"}, check=True)
    line = [
        str(python),
        "-m",
        "gunicorn",
        "-w",
        str(WORKERS),
        "--threads",
        str(THREADS),
        "-b",
        f"127.0.0.1:{port}",
        "--log-level",
        "warning",
    ]
    return subprocess.Popen([*line, "flask_microblog:app"], env=env, **quiet("flask", port))


def quiet(name, port):
    return {"stdout": open(WORK / f"{name}-{port}.log", "w"), "stderr": subprocess.STDOUT}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port, server):
    for _ in range(300):
        if server.poll() is not None:
            raise SystemExit(f"The server ended with exit code {server.returncode}; see {WORK}.")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).read()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server does not answer.")


class Memory(threading.Thread):
    """Watches the memory of a process and its children (Linux) and keeps the maximum; shared memory counts once."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0.0, False
        self.start()

    def run(self):
        while not self.over:
            self.most = max(self.most, sum(map(proportional, family(self.pid))))
            time.sleep(0.5)

    def stop(self):
        self.over = True
        return self.most


def family(pid):
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in family(int(child)))]


def proportional(pid):
    """Return the memory of a process in MB; a page that several processes share counts proportionally."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0.0


def bodies(kind, file, url, python):
    """Read the stored posts directly from the database."""
    if kind == "sqlite":
        with sqlite3.connect(file) as connection:
            return [body for (body,) in connection.execute("select body from posts")]
    ask = "import psycopg2, sys; c = psycopg2.connect(sys.argv[1]).cursor(); c.execute('select body from posts'); print(*[b for (b,) in c], sep='\\n')"
    return subprocess.run([str(python), "-c", ask, url], capture_output=True, text=True, check=True).stdout.splitlines()


if __name__ == "__main__":
    raise SystemExit(main())
