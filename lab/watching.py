"""Grades on save: a warm Java process watches the files; Ctrl-C ends both."""

import subprocess

from lab import grading, setup
from lab.process import utf8_environment

PROGRAM = "ormlab.grade.run.Watch"


def watch(project, selection):
    """Watch until Ctrl-C, which is the normal end and not a failure; otherwise return the process's exit code."""
    java = setup.ensure_library(project)
    line = grading.command(project, java, PROGRAM, selection)
    watcher = subprocess.Popen(line, cwd=project.root, env=utf8_environment(), stdin=subprocess.DEVNULL)
    try:
        return watcher.wait()
    except KeyboardInterrupt:
        watcher.terminate()
        watcher.wait()
        print("\nNo longer watching.")
        return 0
