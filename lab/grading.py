"""Grades the reader's files without Maven, with the same text as `./mvnw test`."""

import subprocess

from lab import jars, kernel, setup
from lab.process import utf8_environment
from lab.stored import recall

PROGRAM = "ormlab.grade.run.GradeExercises"
HELP = "ormlab.grade.run.Help"


def command(project, java, program, *words):
    """Return the command line of a program that grades.

    It starts like the kernel, because it can then use the kernel's archive. Before the first `lab.py`, there is no kernel.
    """
    spec = recall(kernel.spec_file(project)) or {"argv": []}
    line = spec["argv"][: spec["argv"].index(kernel.MAIN)] if kernel.MAIN in spec["argv"] else []
    if line[:1] != [java.executable] or not all(str(jar) in line[-1] for jar in jars.paths(project)):
        line = kernel.start_line(java, jars.paths(project))
    return [*line, program, str(project.root), *(word for word in words if word)]


def grade(project, selection):
    """Grade what is selected; return 0, 1 if an answer is wrong (like ./mvnw test), or 2 if there is no such exercise."""
    java = setup.ensure_library(project)
    line = command(project, java, PROGRAM, selection)
    return subprocess.call(line, cwd=project.root, env=utf8_environment(), stdin=subprocess.DEVNULL)


def hint(project, exercise):
    """Print the next hint for an exercise; return 0, or 2 if there is no such exercise."""
    return _help(project, "hint", exercise)


def solution(project, exercise, anyway):
    """Print the reference solution against the reader's answer; return 2 if it may not be shown yet."""
    return _help(project, "solution", exercise, "show me" if anyway else "")


def _help(project, *words):
    java = setup.ensure_library(project)
    return subprocess.call(command(project, java, HELP, *words), cwd=project.root, env=utf8_environment(), stdin=subprocess.DEVNULL)
