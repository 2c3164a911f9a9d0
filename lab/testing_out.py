"""Tests whether a reader knows a chapter already: the fewest exercises that cover its objectives, without hints."""

import json
import re
import subprocess

from lab import exercise_numbers, grading, setup
from lab.problem import Problem
from lab.process import utf8_environment

PROGRAM = "ormlab.grade.run.RunTestOut"
CHAPTER = re.compile(r"0*(\d{1,2})([a-z]?)")


def test_out(project, wanted):
    """Grade the exercises that test a chapter out; return 0, 1 if an answer is wrong, or 2 if there is no such chapter."""
    chapter, objectives = chapter_of(project, wanted)
    ids = fewest(objectives)
    java = setup.ensure_library(project)
    what = f"{len(ids)} exercise{'s' if len(ids) > 1 else ''} for the {len(objectives)} objectives of chapter {chapter}, without hints."
    print(what, flush=True)
    line = grading.command(project, java, PROGRAM, chapter, *ids)
    return subprocess.call(line, cwd=project.root, env=utf8_environment(), stdin=subprocess.DEVNULL)


def chapter_of(project, wanted):
    """Return the number of a chapter, such as 04 or 04b, and for each of its objectives the exercises that it names."""
    number = CHAPTER.fullmatch(wanted)
    chapter = f"{int(number[1]):02}{number[2]}" if number else wanted
    notebooks = sorted((project.root / "notebooks").glob("[0-9][0-9]*.ipynb"))
    found = [path for path in notebooks if path.name.partition("_")[0] == chapter]
    objectives = [named for path in found for objective in of_notebook(path) if (named := re.findall(r"\b\d\d\.\d+\b", objective))]
    if not number or not objectives:
        offered = sorted(
            {path.name.partition("_")[0] for path in notebooks if any(re.search(r"\d\d\.\d", one) for one in of_notebook(path))}
        )
        raise Problem(f"No chapter {wanted} has objectives to test.", f"There are: {', '.join(offered)}.")
    return chapter, objectives


def of_notebook(path):
    """Return the objectives that a notebook begins with."""
    return objectives_in("".join(json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"]))


def objectives_in(text):
    part = text.partition("**You will be able to**")[2].partition("**Minutes:**")[0]
    return re.findall(r"^- (.+)$", part, flags=re.M)


def fewest(objectives):
    """Return few exercises that together cover all objectives: first those that cover most, then without superfluous ones."""
    chosen = []
    left = objectives
    while left:
        named = sorted({id for objective in left for id in objective}, key=exercise_numbers.order)
        chosen.append(max(named, key=lambda id: sum(id in objective for objective in left)))
        left = [objective for objective in left if chosen[-1] not in objective]
    for id in list(chosen):
        if all(set(objective) & (set(chosen) - {id}) for objective in objectives):
            chosen.remove(id)
    return sorted(chosen, key=exercise_numbers.order)
