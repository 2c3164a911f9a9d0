"""Prepares the shared installation of a class; run it as root after each `git pull`, outside of class.

    python3 classroom/prepare.py [--heap MB]

Creates what all learners share and none may change: Python, jars, the kernel with its heap limit, the start-up archive, and
the bundle that the learners' copies are cloned from.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lab import hosting  # noqa: E402
from lab.problem import Problem  # noqa: E402
from lab.project import here  # noqa: E402

HEAP_MB = 384
NOBODY = 65534


def limits(heap):
    """Return the flags that limit a kernel: its heap, its classes and compiled code, and its threads for garbage collection."""
    return [f"-Xmx{heap}m", "-XX:MaxMetaspaceSize=256m", "-XX:ReservedCodeCacheSize=64m", "-XX:+UseSerialGC"]


def prepare(project, heap):
    """Create everything that is shared, readable for all users and writable only for its owner."""
    folder = project.state / "classroom"
    ready = hosting.prepare(project, folder, limits(heap))
    lock = project.root / "classroom" / "packages.lock"
    install = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", lock]
    subprocess.run([ready.python, *install], check=True)
    make_bundle(project.root, folder / "workbook.bundle")
    shared = [project.state, project.venv, project.jars.parent, project.chapter_jars.parent]
    subprocess.run(["chmod", "-R", "a+rX,go-w", *shared], check=True)
    require_open(ready.python, ready.java.executable, folder / "workbook.bundle")


def require_open(python, java, bundle):
    """Try as the user nobody what every learner's server does, so that a Python or project below /root fails now and not in
    class.
    """
    for line in ([python, "-c", "import jupyterlab"], [java, "-version"], ["cat", bundle]):
        try:
            words = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True, "cwd": "/"}
            done = subprocess.run(line, user=NOBODY, group=NOBODY, extra_groups=[], **words)
            said = done.stderr.strip() if done.returncode else ""
        except OSError as error:
            said = str(error)
        if said:
            raise Problem(
                f"Other users of this system cannot use {line[-1] if line[0] == 'cat' else line[0]}:\n{said}",
                "Put the project, Python and the JDK where everybody may read, not in a home folder. For another Python: "
                "remove .venv and start this with that one, for example /usr/bin/python3.",
            )


def make_bundle(root, bundle):
    """Put the committed state into one file, because git clones from another user's file but not from another user's folder."""
    if _git(root, "rev-parse", "--is-shallow-repository") == "true":
        raise Problem(
            f"{root} is a shallow clone, which cannot be cloned for the learners.",
            f"Fetch the rest, then start this again: git -C {root} fetch --unshallow",
        )
    branch = _git(root, "rev-parse", "--symbolic-full-name", "HEAD")
    refs = ["HEAD"] if branch == "HEAD" else ["HEAD", branch]
    _git(root, "bundle", "create", "--quiet", bundle, *refs, "--")


def _git(root, *words):
    done = subprocess.run(["git", "-C", root, *words], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


def main(words):
    """Prepare, and say what comes next."""
    parser = argparse.ArgumentParser(description="Prepares the shared installation of a class.")
    parser.add_argument("--heap", type=int, default=HEAP_MB, metavar="MB", help=f"heap of one kernel ({HEAP_MB})")
    options = parser.parse_args(words)
    try:
        prepare(here(), options.heap)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as failed:
        print(f"This ended with exit code {failed.returncode}: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return 2
    print(f"Ready. Start the hub: {ROOT}/.venv/bin/jupyterhub -f {ROOT}/classroom/jupyterhub_config.py")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
