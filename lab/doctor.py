"""Reports what was found and what is wrong, as plain text that fits into a bug report; changes nothing."""

import os
import platform
import shutil
import socket
import sys
from pathlib import Path

from lab import jars, java, loopback, packages, pins
from lab.problem import Problem
from lab.process import answer
from lab.stored import recall

ENOUGH_DISK = 1_000_000_000


def report(project):
    """Print the report; return 1 if something is wrong that the next start cannot fix automatically."""
    lines, wrong = [], []
    for look in (_system, _python, _packages, _java, _maven, _jars, _kernel, _archive, _port, _disk):
        try:
            lines += look(project, wrong)
        except Problem as problem:
            wrong.append(str(problem))
        except OSError as error:
            wrong.append(f"{error.strerror}: {error.filename}")
    print(tilde("\n".join(lines)))
    print(tilde("\n".join(["", "Wrong:", *("- " + text.replace("\n", "\n  ") for text in wrong)])) if wrong else "\nNothing is wrong.")
    return 1 if wrong else 0


def tilde(text):
    """Show the home folder as ~: it contains the user's name, which the reader of the report does not need."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 5 or (home != "/" and home.count("/") > 1) else _short_home(text, home)


def _short_home(text, home):
    return text.replace(home + os.sep, "~" + os.sep) if home != os.sep else text


def _line(name, value):
    return f"{name:<12}{value}"


def _system(project, wrong):
    commit = answer(["git", "-C", project.root, "log", "-1", "--format=%h %cs"])
    version = commit[1].strip() if commit[0] == 0 else "not a git clone"
    return [_line("ormlab", f"{version} in {project.root}"), _line("system", f"{platform.platform()}, {os.cpu_count()} cores")]


def _python(project, wrong):
    return [_line("python", f"{platform.python_version()} at {sys.executable}")]


def _packages(project, wrong):
    pinned = pins.read_pins(project.environment)
    python = packages.active(project, pinned, os.environ) or packages.python_of(project.venv)
    said = packages.ask(python, pinned) if python.exists() else None
    if said is None:
        return [_line("packages", f"{project.venv} does not exist yet; python3 lab.py creates it")]
    absent = packages.lacking(said, pinned)
    lost = packages.damage(project) if python == packages.python_of(project.venv) else []
    if lost:
        more = f" and {len(lost) - 3} more" if len(lost) > 3 else ""
        return [_line("packages", f"damaged in {project.venv}: {', '.join(lost[:3])}{more}; python3 lab.py rebuilds it")]
    shown = ", ".join(f"{name} {version}" for name, version in said["have"].items())
    if absent:
        return [_line("packages", f"{shown} in {python}"), _line("", f"python3 lab.py will change: {'; '.join(absent)}")]
    return [_line("packages", f"{shown} in {python}")]


def _java(project, wrong):
    looked = [java.ask(*place) for place in java.named_places(os.environ)]
    lines = [_line("java", f"{one.describe()}{': ' + one.fault if one.fault else ', with jshell'}") for one in looked]
    used, _ = java.find()
    return [*lines, _line("java used", f"{used.describe()}, {used.vendor}, {used.build}")]


def _maven(project, wrong):
    properties = project.root / ".mvn" / "wrapper" / "maven-wrapper.properties"
    if not properties.is_file():
        wrong.append(
            "The Maven wrapper is incomplete: .mvn/wrapper/maven-wrapper.properties is missing.\nRestore it: git restore .mvn mvnw mvnw.cmd"
        )
        return []
    address = next((line for line in properties.read_text().splitlines() if line.startswith("distributionUrl")), "")
    return [_line("maven", f"wrapper for {address.rsplit('/', 1)[-1]}")]


def _jars(project, wrong):
    known = recall(project.state / "jars.json") or {}
    damaged = jars.damaged(project)
    if damaged:
        word = f"damaged: {', '.join(damaged)}; python3 lab.py builds them again"
    elif not known or known["files"] != jars.listing(project) or known["sources"] != jars.sources_digest(project):
        word = "not built, or changed since; python3 lab.py builds them"
    else:
        word = f"as built, {known['digest'][:12]}"
    return [_line("jars", f"{len(jars.paths(project))} in {project.jars}, {word}")]


def _kernel(project, wrong):
    file = project.kernels / "kernels" / "java" / "kernel.json"
    spec = recall(file)
    return [_line("kernel", f"{spec['argv'][0]} by {file}" if spec else "no kernelspec yet; python3 lab.py writes it")]


def _archive(project, wrong):
    found = sorted(project.archives.glob("*")) if project.archives.is_dir() else []
    lines = [_line("archive", f"{file.name}, {file.stat().st_size // 1_000_000} MB") for file in found if file.suffix in (".jsa", ".aot")]
    lines += [_line("archive", f"{file.name}: {file.read_text().strip()}") for file in found if file.suffix == ".failed"]
    return lines or [_line("archive", "none yet; it is created in the background while JupyterLab is open, and only saves time")]


def _port(project, wrong):
    loopback.require()
    with socket.socket() as probe:
        busy = probe.connect_ex((loopback.ADDRESS, 8888)) == 0
    return [_line("port 8888", "busy; JupyterLab takes the next free one" if busy else "free")]


def _disk(project, wrong):
    free = shutil.disk_usage(project.root).free
    if free < ENOUGH_DISK:
        wrong.append(f"The disk has {free // 1_000_000} MB left; the first start needs about 1000 MB.\nMake room, then start again.")
    return [_line("disk", f"{free // 1_000_000_000} GB free")]
