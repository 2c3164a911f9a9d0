"""Grades on save: a Java process that stays warm looks at the files; Ctrl-C ends both."""

import os
import subprocess

from lab import setup
from lab.process import utf8_environment

PROGRAM = "ormlab.grade.run.Watch"


def command(project, java, selection):
    """Return the start line; it starts quickly and computes in short bursts, so one compiler will do."""
    options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Dfile.encoding=UTF-8"]
    if java.feature >= 24:
        options += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    return [java.executable, *options, "-cp", f"{project.jars}{os.sep}*", PROGRAM, str(project.root), *([selection] if selection else [])]


def watch(project, selection):
    """Watch until Ctrl-C, which is the usual end and no failure; otherwise return the process's exit code."""
    java = setup.ensure_library(project)
    watcher = subprocess.Popen(command(project, java, selection), cwd=project.root, env=utf8_environment(), stdin=subprocess.DEVNULL)
    try:
        return watcher.wait()
    except KeyboardInterrupt:
        watcher.terminate()
        watcher.wait()
        print("\nNo longer watching.")
        return 0
