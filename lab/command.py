"""The command line of `python3 lab.py`."""

import argparse
import sys
from pathlib import Path

from lab import checking_start, doctor, grading, grading_all, opening, pack, setup, site_start, submissions, testing_out, watching
from lab.problem import Problem
from lab.project import here


def arguments(words):
    """Return the parsed command line; without a command, it is `open`."""
    parser = argparse.ArgumentParser(prog="lab.py", description="Sets the workbook up and opens it.")
    parser.set_defaults(run=_open, port=8888, browser=True, originals=False, spare=True)
    commands = parser.add_subparsers(title="commands")
    _add_open(commands.add_parser("open", help="set up what is missing and open JupyterLab (the default)"))
    _add_open(parser)
    _add_check(commands.add_parser("check", help="run notebooks from clean kernels and compare every output"))
    _add_grading(commands.add_parser("grade", help="grade your exercises as ./mvnw test does, within seconds"), grading.grade)
    _add_watch(commands.add_parser("watch", help="grade on save, and go on with the next exercise when one is solved"))
    _add_help(commands)
    _add_test_out(commands.add_parser("test-out", help="prove that you know a chapter already, with a few of its exercises"))
    _add_grade_all(commands.add_parser("grade-all", help="grade a folder of submissions into CSV and JSON"))
    _add_pack(commands.add_parser("pack", help="write exercises of your own: new, check, install"))
    _add_site(commands.add_parser("site", help="build the web edition: every chapter as a page, with its outputs"))
    report = commands.add_parser("doctor", help="print what is installed and what is wrong, for a bug report")
    report.set_defaults(run=lambda options: doctor.report(here()))
    return parser.parse_args(words)


def _add_open(parser):
    parser.add_argument("--port", type=int, default=argparse.SUPPRESS, help="the port (8888); if it is busy, the next free one")
    parser.add_argument("--no-browser", dest="browser", action="store_false", default=argparse.SUPPRESS, help="print the address only")
    parser.add_argument(
        "--originals",
        action="store_true",
        default=argparse.SUPPRESS,
        help="open notebooks/ itself, to work on the workbook; otherwise copies in my_notebooks/ are opened",
    )
    parser.add_argument(
        "--no-spare-kernel",
        dest="spare",
        action="store_false",
        default=argparse.SUPPRESS,
        help="do not keep a second kernel ready; opening a notebook takes longer, and about 300 MB of memory stay free",
    )
    parser.set_defaults(run=_open)


def _add_check(parser):
    parser.add_argument("notebooks", nargs="*", help="files or numbers such as 02; all if none is named")
    parser.add_argument("--write", action="store_true", help="store the outputs of this run in the notebooks")
    parser.add_argument("--form", action="store_true", help="also compare the files' form: counts, metadata, layout")
    parser.add_argument("--again", action="store_true", help="then run all cells a second time; the outputs must be the same")
    parser.add_argument(
        "--stumble",
        action="store_true",
        help="and then each cell twice in a row, going back by two; no cell may fail (takes three times as long)",
    )
    parser.add_argument("--jobs", type=int, default=2, help="how many run at once (2)")
    parser.set_defaults(run=_check)


def _add_grading(parser, run):
    parser.add_argument("exercise", nargs="?", default="", help="05.2, or 05 for a chapter; all if none is named")
    parser.set_defaults(run=lambda options: run(here(), options.exercise))


def _add_watch(parser):
    parser.add_argument(
        "exercise", nargs="?", default="", help="05.2 to begin with it, 05 for one chapter; the first unsolved one if none is named"
    )
    parser.set_defaults(run=lambda options: watching.watch(here(), options.exercise))


def _add_help(commands):
    hint = commands.add_parser("hint", help="print the next hint for an exercise")
    hint.add_argument("exercise", help="its number, such as 05.2")
    hint.set_defaults(run=lambda options: grading.hint(here(), options.exercise))
    solution = commands.add_parser("solution", help="print a good solution, compared with your answer")
    solution.add_argument("exercise", help="its number, such as 05.2")
    solution.add_argument("--anyway", action="store_true", help="although the exercise is not solved yet")
    solution.set_defaults(run=lambda options: grading.solution(here(), options.exercise, options.anyway))


def _add_test_out(parser):
    parser.add_argument("chapter", help="the number of its notebook, such as 04 or 04b")
    parser.set_defaults(run=lambda options: testing_out.test_out(here(), options.chapter))


def _add_grade_all(parser):
    parser.add_argument("folder", help="holds one folder for each submission, with ch02_models/… in it or in src/main/java")
    parser.add_argument("--csv", metavar="FILE", help="write one line for each submission and exercise")
    parser.add_argument("--json", metavar="FILE", help="write everything: tasks, messages, what was printed")
    parser.add_argument("--junit", metavar="FILE", help="write JUnit XML: a suite for each submission, a case for each task")
    parser.add_argument("--mistakes", metavar="FILE", help="write what was wrong and how often, as Markdown: who got which message")
    parser.add_argument("--exercise", default="", metavar="05.2", help="only this exercise, or this chapter; several with commas")
    parser.add_argument("--jobs", type=int, default=submissions.jobs_here(), help="how many at once (half the cores)")
    parser.add_argument("--seconds", type=int, default=60, help="how much processor time one exercise may use in all (60)")
    parser.add_argument("--memory", type=int, default=384, metavar="MB", help="how much heap a submission has (384)")
    parser.add_argument("--unconfined", action="store_true", help="grade even if submissions cannot be confined")
    parser.set_defaults(run=lambda options: grading_all.run(here(), options))


def _add_pack(parser):
    tasks = parser.add_subparsers(title="tasks", required=True, metavar="new|check|install")
    new = tasks.add_parser("new", help="add an exercise to a pack, which is created if it is new")
    check = tasks.add_parser("check", help="hold a pack to the rules of the workbook's own exercises")
    install = tasks.add_parser("install", help="copy a pack's exercises into this workbook")
    for task in (new, check, install):
        task.add_argument("pack", type=Path, help="the pack's folder")
    new.add_argument("number", help="from 50.1 to 99.99")
    new.add_argument("name", help="the class that the reader writes, such as RecipeBook")
    new.set_defaults(run=lambda options: pack.new(here(), options.pack, options.number, options.name))
    check.set_defaults(run=lambda options: pack.check(here(), options.pack))
    install.set_defaults(run=lambda options: pack.install(here(), options.pack))


def _add_site(parser):
    parser.add_argument(
        "folder",
        nargs="?",
        default="",
        help="where the pages are written: a new folder, an empty one, or an earlier web edition (site)",
    )
    parser.add_argument(
        "--repository",
        metavar="URL",
        default="",
        help=f"where the project is published on GitHub or GitLab, for links to Binder and to files ({site_start.REPOSITORY})",
    )
    parser.set_defaults(run=site_start.build)


def _open(options):
    project = here()
    return opening.open_workbook(project, setup.ensure(project), options.port, options.browser, options.originals, options.spare)


def _check(options):
    project = here()
    names = checking_start.chosen(project, options.notebooks)
    return checking_start.check(project, setup.ensure(project), names, options)


def main(words):
    """Run a command; return its exit code. A Problem is shown as its message."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = arguments(words)
    try:
        return options.run(options)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. The next start continues from here.", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"{error.strerror or error}: {error.filename or ''}", file=sys.stderr)
        print("Check that the disk has room and that the folder is yours, then start again.", file=sys.stderr)
        return 2
