"""Runs cells again in the kernel that has just run all of them, as readers do, which must not cause harm.

When all cells run again from top to bottom, every output must be the same. When each cell runs twice in a row, with steps
back, only cells that are meant to fail may fail, and every check (a cell whose stored value is `true`) must print the same.
Other outputs may differ then: for example, a row that is added twice appears twice.

Two errors are not considered harm. After a cell that fails on purpose, or when models are registered again while there are
pending changes, the session asks for a rollback; a reader would do that, so this does it too. And a migration that already
exists is refused, which changes nothing.
"""

import copy
import re

from lab.outputs import lines
from lab.verdict import fault, unmeant

STEP_EVERY = 3
STEP = 2
HEADING = re.compile(r"^#+ ", flags=re.M)
CLASS = re.compile(r"^(?:\w+ )*(?:class|record|interface|enum) (\w+)", flags=re.M)
SHOWN = 6
ADVICE = ("Call session.rollback() first", "discard them with db.session().rollback()")
ADVISED = "db.session().rollback();"
WAITS = re.compile(r"^.* waits for .*\. If that is a typo or an import is missing, .*\n?", flags=re.M)
REFUSED = re.compile(r"^ormlab\.migrate\.history\.MigrationRefused\b", flags=re.M)
CHANGES_NOTHING = re.compile(r'(\s*(import .*;|%classpath .*|grade\("[\d.]+"\);?)\n?)+')


def once_more(client, notebook):
    """Run all cells again; return (cell number, what is wrong, lines that show it) for each cell whose output differs.

    A class that waits for a later cell on the first run finds that cell's class on the second.
    """
    stored = copy.deepcopy(notebook["cells"])
    return _harm(client, stored, _code(stored), _run, lambda old, new: fault(_ready(old), _ready(new)))


def stumble(client, notebook):
    """Run cells twice in a row and with steps back; return (cell number, what is wrong, lines) for each cell that came to
    harm.
    """
    stored = copy.deepcopy(notebook["cells"])
    return _harm(client, stored, stumbling(stored), _run_as_advised, _taken_harm)


def _harm(client, stored, order, run, judge):
    found = []
    for place, index in enumerate(order):
        trouble = judge(stored[index], run(client, stored[index], index))
        if trouble:
            what, shown = trouble
            found.append((index + 1, f"{what} when cells were run again, {_trail(order[: place + 1])}", shown))
    return found


def stumbling(cells):
    """Return the indexes of code cells in the order of a reader who runs each twice and sometimes steps back by two.

    Imports and grades are left out: they have already run twice, take long, and change nothing.

    A step back stays within its section, because the first cells of a section create what the others use. It does not go
    back past the cell that redefines a class either, because the variables above that cell, which held objects of the old
    class, are gone.
    """
    order = []
    for section in _sections(cells):
        for place, index in enumerate(section, 1):
            order += [index, index]
            if place % STEP_EVERY == 0:
                order += section[place - 1 - STEP : place]
    return order


def _sections(cells):
    sections, known = [[]], set()
    for index, cell in enumerate(cells):
        source = "".join(cell["source"])
        if cell["cell_type"] != "code":
            sections += [[]] if HEADING.search(source) else []
            continue
        defined = set(CLASS.findall(source))
        sections += [[]] if defined & known else []
        known |= defined
        sections[-1] += [] if CHANGES_NOTHING.fullmatch(source) else [index]
    return sections


def _code(cells):
    return [index for index, cell in enumerate(cells) if cell["cell_type"] == "code"]


def _run(client, cell, index, source=None):
    run = copy.deepcopy(cell)
    run["outputs"] = []
    run["source"] = source or cell["source"]
    client.execute_cell(run, index)
    return run


def _run_as_advised(client, cell, index):
    run = _run(client, cell, index)
    if not any(advice in line for line in unmeant(cell, run) for advice in ADVICE):
        return run
    _run(client, cell, index, ADVISED)
    return _run(client, cell, index)


def _ready(cell):
    """Return the cell without the lines that say what it is waiting for."""
    outputs = [output | {"text": WAITS.sub("", "".join(output["text"]))} if "text" in output else output for output in cell["outputs"]]
    return cell | {"outputs": [output for output in outputs if output.get("text", "-")]}


def _taken_harm(old, new):
    failed = unmeant(old, new)
    if failed:
        return None if REFUSED.search("\n".join(failed)) else ("failed", failed)
    said = lines(new["outputs"])
    return ("is a check and did not print true", said) if is_check(old) and said[-1:] != ["true"] else None


def is_check(cell):
    """Return whether a cell shows only `true`: the visible check of a section's claim."""
    return lines(cell.get("outputs", []))[1:] == ["true"]


def _trail(order):
    return "in this order: … " + " ".join(str(index + 1) for index in order[-SHOWN:])
