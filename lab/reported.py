"""Makes what a submission reports about itself safe for every report: text that any format can contain, and grades of the
right form.

Verdicts come from a process that also runs the answer. A line of the wrong form is never passed on, because it would break
the report for the whole class.
"""

import unicodedata

VERDICTS = ("to do", "passed", "wrong", "does not compile", "ran out of time", "crashed", "not run")
MOST_TASKS, MOST_LETTERS = 200, 100_000
KEPT = "\n\t"
# Control characters, halves of emojis, and separators of lines and paragraphs.
NOT_SHOWN = ("Cc", "Cs", "Zl", "Zp")
# What turns the direction of the text that follows, so that a line may read as another one.
TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def text(value):
    """Return text that is valid in UTF-8, XML, CSV and a terminal, and that cannot look like other lines."""
    whole = str(value)[:MOST_LETTERS]
    return "".join(letter if letter in KEPT or _printable(letter) else "\ufffd" for letter in whole)


def name(value):
    """Return text for one line, such as the name of a folder."""
    return text(value).translate({ord(letter): "\ufffd" for letter in KEPT})


def _printable(letter):
    return unicodedata.category(letter) not in NOT_SHOWN and unicodedata.bidirectional(letter) not in TURNS


def grade(told, id):
    """Return the grade in a line about an exercise, made safe; None if the line does not have the form of a grade."""
    if not isinstance(told, dict) or told.get("exercise") != id or told.get("verdict") not in VERDICTS:
        return None
    tasks = told.get("tasks")
    if not isinstance(tasks, list) or len(tasks) > MOST_TASKS or not all(_is_task(task) for task in tasks):
        return None
    if not all(isinstance(told.get(key), str) for key in ("title", "problem", "output")):
        return None
    return {
        "exercise": id,
        "title": name(told["title"]),
        "verdict": told["verdict"],
        "tasks": [{"task": name(task["task"]), "verdict": task["verdict"], "message": text(task["message"])} for task in tasks],
        "problem": text(told["problem"]),
        "output": text(told["output"]),
    }


def _is_task(task):
    return isinstance(task, dict) and task.get("verdict") in VERDICTS and all(isinstance(task.get(key), str) for key in ("task", "message"))
