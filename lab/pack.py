"""Packs: a teacher's own exercises, in a folder outside of the workbook, checked by the same rules as the workbook's.

A pack is a folder with `catalogue/<number>-<class>/` for each exercise, as in `exercises/`. Its numbers start at 50.1:
lower numbers belong to the workbook, and Git ignores the others in `exercises/catalogue`, where `install` copies them.
"""

import re
import shlex
import shutil
import subprocess

from lab import exercise_numbers, grading, setup
from lab.problem import Problem
from lab.process import utf8_environment

PROGRAM = "ormlab.grade.run.CheckExercises"
TEMPLATE = "90.1-shelf"
NUMBER = re.compile(r"([5-9]\d)\.([1-9]\d?)")
NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
FOLDER = re.compile(r"([5-9]\d\.[1-9]\d?)-[a-z0-9-]+")


def new(project, pack, number, name):
    """Add an exercise to a pack, which is created if it is new. The exercise is complete and keeps every rule, so it can be
    changed step by step.
    """
    if not NUMBER.fullmatch(number):
        raise Problem(
            f"'{number}' is not the number of an exercise of a pack.", "Take one from 50.1 to 99.99: those below are the workbook's."
        )
    if not NAME.fullmatch(name):
        raise Problem(
            f"'{name}' is not the name of a Java class.", "Begin with a capital letter and use letters and digits, such as RecipeBook."
        )
    folder = pack / "catalogue" / f"{number}-{kebab(name)}"
    taken = sorted((pack / "catalogue").glob(f"{number}-*"))
    if taken:
        raise Problem(f"{taken[0]} already exists.", f"Choose another number than {number}, or delete that folder.")
    words = {TEMPLATE: folder.name, "ch90_pack": f"ch{number[:2]}_pack", "Shelf": name}
    template = project.root / "exercises" / "pack" / "catalogue" / TEMPLATE
    for source in sorted(path for path in template.rglob("*") if path.is_file()):
        target = folder / _renamed(source.relative_to(template).as_posix(), words)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_renamed(source.read_text(encoding="utf-8"), words), encoding="utf-8")
    print(f"Created {folder}: a small exercise that keeps all rules. Change it step by step.")
    print(f"Check it with: python3 lab.py pack check {shlex.quote(str(pack))}")
    return 0


def kebab(name):
    """Return a class name as it is in folder names: RecipeBook becomes recipe-book."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def _renamed(text, words):
    for old, name in words.items():
        text = text.replace(old, name)
    return text


def check(project, pack):
    """Check a pack by the workbook's rules; return 0 if all hold, 1 if one is broken."""
    exercises(pack)
    java = setup.ensure_library(project)
    line = grading.command(project, java, PROGRAM, str(pack.resolve()))
    return subprocess.call(line, cwd=project.root, env=utf8_environment(), stdin=subprocess.DEVNULL)


def install(project, pack):
    """Copy a pack's exercises into the workbook. An older version of the same exercise is replaced; answers are kept."""
    found, catalogue = exercises(pack), project.root / "exercises" / "catalogue"
    for exercise in found:
        number = exercise_numbers.of(exercise)
        for other in catalogue.glob(f"{number}-*"):
            if other.name != exercise.name:
                raise Problem(
                    f"{exercise.name} cannot be installed: {other.name} already has the number {number}.",
                    f"Give one of the two another number, or delete {other}.",
                )
    for exercise in found:
        shutil.rmtree(catalogue / exercise.name, ignore_errors=True)
        shutil.copytree(exercise, catalogue / exercise.name)
    numbers = ", ".join(exercise_numbers.of(exercise) for exercise in found)
    print(f'Installed {numbers}. In a notebook, grade("{numbers.split(",")[0]}") grades it; python3 lab.py watch shows it, too.')
    return 0


def exercises(pack):
    """Return the folders of a pack's exercises; a Problem says what is wrong with the pack."""
    catalogue = pack / "catalogue"
    if not catalogue.is_dir():
        raise Problem(f"{pack} is not a pack: it has no folder 'catalogue'.", f"python3 lab.py pack new {pack} 50.1 Recipe begins one.")
    found = []
    for folder in sorted(path for path in catalogue.iterdir() if path.name[0] != "."):
        if not folder.is_dir() or not FOLDER.fullmatch(folder.name):
            raise Problem(
                f"'{folder.name}' in {catalogue} is not an exercise of a pack.",
                "A folder is named after number and class, from 50.1-recipe to 99.99-recipe. A class that several graders need is copied to each.",
            )
        links = [path for path in folder.rglob("*") if path.is_symlink()]
        if links:
            raise Problem(f"{links[0]} is a link.", "A pack holds files only, so that it is the same everywhere.")
        found.append(folder)
    if not found:
        raise Problem(f"{catalogue} holds no exercise.", f"python3 lab.py pack new {pack} 50.1 Recipe adds one.")
    return sorted(found, key=lambda folder: exercise_numbers.order(exercise_numbers.of(folder)))
