"""The notebooks' own Python: an active environment with the pinned packages, or `.venv`, which is created here."""

import hashlib
import json
import os
import shutil
import sys

from lab import intact
from lab.problem import Problem
from lab.process import answer, run_step
from lab.progress import step
from lab.project import WINDOWS
from lab.stored import forget, recall, remember

ASK = (
    "import importlib.metadata as m, json, sys\n"
    "have = {}\n"
    "for name in sys.argv[1:]:\n"
    "    try: have[name] = m.version(name)\n"
    "    except m.PackageNotFoundError: have[name] = None\n"
    "print(json.dumps({'version': list(sys.version_info[:3]), 'have': have}))\n"
)


def python_of(folder):
    """Return the path of the interpreter inside a venv or conda environment."""
    if not WINDOWS:
        return folder / "bin" / "python"
    inner = folder / "Scripts" / "python.exe"
    return inner if inner.exists() or (folder / "pyvenv.cfg").exists() else folder / "python.exe"


def ask(python, pins):
    """Ask an interpreter for its version and those of the pinned packages; return None if it does not answer."""
    code, said = answer([python, "-c", ASK, *pins])
    try:
        return json.loads(said) if code == 0 else None
    except ValueError:
        return None


def lacking(said, pins):
    """Return each pinned package that is missing or has another version: "jjava 1.0a7, not 1.0a8"."""
    have = said["have"]
    return [f"{name} {have.get(name) or 'absent'}, not {version}" for name, version in pins.items() if have.get(name) != version]


def active_folders(env):
    """Return the active environments: those named by variables, or the one that lab.py runs in."""
    named = [env.get("VIRTUAL_ENV"), env.get("CONDA_PREFIX")]
    running = sys.prefix if sys.prefix != sys.base_prefix else None
    return list(dict.fromkeys(folder for folder in (running, *named) if folder))


def find(project, pins, env=None):
    """Return the interpreter to use: from an active environment that fits, a complete `.venv`, or a new `.venv`."""
    fitting = active(project, pins, os.environ if env is None else env)
    if fitting:
        return fitting
    python = python_of(project.venv)
    damaged = damage(project)
    if damaged or not _is_finished(project, pins) or not python.exists():
        _make(project, pins, damaged)
    return python


def damage(project):
    """Return what is missing from a finished `.venv`; an unfinished one has no missing parts."""
    known = recall(_ready(project))
    return intact.damage(project.venv, known["packages"]) if known and "packages" in known else []


def active(project, pins, env):
    """Return the interpreter of an active environment, other than `.venv`, that has every pinned package."""
    for folder in active_folders(env):
        python = python_of(type(project.root)(folder))
        if folder == str(project.venv) or not python.exists():
            continue
        said = ask(python, pins)
        if said and not lacking(said, pins):
            return python
    return None


def _ready(project):
    """Return the marker of a finished `.venv`; it is inside, so that it is deleted with it."""
    return project.venv / "ormlab-ready.json"


def _begun(project):
    """Return the marker that exists while lab.py creates `.venv`; if it is still there at the next start, `.venv` is
    incomplete.
    """
    return project.state / "venv-begun.json"


def _finished(project, pins):
    """Return what the marker must contain: a moved project or another Python needs a new `.venv`, because its scripts contain
    both paths; another lock needs an installation.
    """
    lock = hashlib.sha256(project.lock.read_bytes()).hexdigest() if project.lock.exists() else ""
    return {"pins": pins, "lock": lock, "folder": str(project.venv), "python": list(sys.version_info[:2])}


def _is_finished(project, pins):
    known = recall(_ready(project)) or {}
    return known == _finished(project, pins) | {"packages": known.get("packages")}


def _make(project, pins, damaged):
    python = python_of(project.venv)
    if _must_go(project, pins, damaged):
        with step("Removing a damaged .venv" if damaged else "Removing an unfinished .venv"):
            _remove(project.venv)
    remember(_begun(project), pins)
    forget(_ready(project)) if project.venv.exists() else None
    if not python.exists():
        _require_venv_module()
        make = [sys.executable, "-m", "venv", project.venv]
        run_step("Making .venv", make, "Check that the disk has room, then start again; lab.py makes .venv from scratch.")
    _install(python, _wanted(project, pins), ["--force-reinstall"] if damaged else [])
    remember(_ready(project), _finished(project, pins) | {"packages": intact.packages(project.venv)})
    forget(_begun(project))


def _must_go(project, pins, damaged):
    """Return whether `.venv` is ours and unusable; the one that runs this lab.py is never removed."""
    if not project.venv.exists() or sys.prefix == str(project.venv):
        return False
    said = ask(python_of(project.venv), pins)
    moved = (recall(_ready(project)) or {}).get("folder", str(project.venv)) != str(project.venv)
    return bool(damaged) or _begun(project).exists() or moved or said is None or said["version"] < [3, 10]


def _remove(folder):
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise Problem(
            f"The unfinished folder {folder} cannot be removed: {error.strerror} ({error.filename}).",
            "Stop what still uses it (JupyterLab, an activated shell), remove it, and start again.",
        ) from error


def _require_venv_module():
    """Debian and Ubuntu package ensurepip separately: say which package contains it, before a venv is half created."""
    code, _ = answer([sys.executable, "-c", "import venv, ensurepip"])
    if code != 0:
        minor = sys.version_info[1]
        raise Problem(
            f"Python 3.{minor} at {sys.executable} cannot make a virtual environment: its module venv or ensurepip is missing.",
            f"On Debian and Ubuntu: sudo apt install python3.{minor}-venv",
        )


def _wanted(project, pins):
    """Return what pip must install: every package in the version of the lock and with a known hash, if there is a lock."""
    if project.lock.exists():
        return ["--require-hashes", "-r", project.lock]
    return [f"{name}=={version}" for name, version in pins.items()]


def _install(python, wanted, flags=()):
    options = ["--no-input", "--disable-pip-version-check", "--progress-bar", "off", *flags]
    run_step(
        "Installing JupyterLab and the Java kernel into .venv",
        [python, "-m", "pip", "install", *options, *wanted],
        "This step needs the network, or a package cache that has the pinned versions, and about 400 MB of disk.\n"
        "Check both and start again; lab.py continues where it stopped.",
    )
