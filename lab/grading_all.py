"""The command grade-all: what it needs, what it prints, where it writes."""

from pathlib import Path

from lab import confine, junit_xml, mistakes, setup, submissions
from lab.journal import Journal
from lab.problem import Problem
from lab.stored import digest, recall


def run(project, options):
    """Grade a folder of submissions; return 0 if each could be graded, whatever its grades."""
    found = submissions.find(Path(options.folder))
    ids = submissions.ids(project.root / "exercises", options.exercise)
    why_not = confine.works()
    if why_not and not options.unconfined:
        raise Problem(
            f"Submissions cannot be confined on this machine: {why_not}.\nWithout that they run with your own rights: "
            "a malicious one could read and delete your files.",
            "Run this in a virtual machine or container of Linux; or, if you trust the submissions, add --unconfined.",
        )
    java = setup.ensure_library(project)
    print(f"Grading {len(found)} submissions, {len(ids)} exercises each, {'not ' if why_not else ''}confined.", flush=True)
    limits = confine.Limits(heap=options.memory)
    bound = confine.bounds(limits)
    if not bound:
        print(
            "The memory is limited for each process, but not for all processes of a submission together: no control groups here.",
            flush=True,
        )
    journal = _journal(project, options, ids)
    if journal.count():
        print(f"{journal.count()} of them were graded by a run that was interrupted; unchanged ones keep their grades.", flush=True)
    with submissions.jars_in_reach(project) as jars:
        plan = submissions.Plan(
            java=java.executable,
            jars=jars,
            exercises=project.root / "exercises",
            ids=ids,
            limits=limits,
            seconds=options.seconds,
            confined=not why_not,
            journal=journal,
            bound=bound,
        )
        grades = submissions.grade_all(found, plan, options.jobs, lambda line: print(line, flush=True))
    if options.csv:
        submissions.write_csv(Path(options.csv), grades)
    if options.json:
        submissions.write_json(Path(options.json), grades)
    if options.junit:
        junit_xml.write(Path(options.junit), grades)
    clusters = mistakes.clusters(grades, project.root / "exercises" / "catalogue")
    if options.mistakes:
        mistakes.write_markdown(Path(options.mistakes), clusters, grades)
    if len(grades) < len(found):
        print(
            f"Interrupted: {len(grades)} of {len(found)} submissions are graded. Run the same command again to grade the others.{_written(options)}"
        )
        return 130
    journal.finish()
    not_graded = [one for one in grades if one.trouble]
    for line in mistakes.summary(clusters, len(grades)):
        print(line)
    print(f"{len(grades) - len(not_graded)} submissions graded, {len(not_graded)} not." + _written(options))
    return 1 if not_graded else 0


def _journal(project, options, ids):
    """Return the journal of this command; a different folder, exercise, limit or build of the grader makes a different
    command.
    """
    jars = (recall(project.state / "jars.json") or {}).get("digest")
    catalogue = project.root / "exercises" / "catalogue"
    graders = digest([path for path in catalogue.rglob("*") if path.is_file()], catalogue)
    command = [str(Path(options.folder).resolve()), list(ids), options.seconds, options.memory, jars, graders]
    return Journal(project.state / "grade-all.jsonl", command)


def _written(options):
    names = [name for name in (options.csv, options.json, options.junit, options.mistakes) if name]
    return (
        f" Written: {', '.join(names)}."
        if names
        else " Nothing was written: --csv FILE, --json FILE, --junit FILE and --mistakes FILE keep the grades."
    )
