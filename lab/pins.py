"""Reads the pins of the Python packages: only the part under `pip:` in environment.yml."""

import re

from lab.problem import Problem

PIN = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[0-9][A-Za-z0-9.+!]*)$")
ITEM = re.compile(r"^(?P<blanks> *)- +(?P<text>[^#]*?)\s*(#.*)?$")


def read_pins(path):
    """Return {name: version} from an environment.yml; every line under `pip:` must be an exact pin."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise Problem(
            f"{path} cannot be read: {error.strerror}.",
            "It belongs to the project: restore it with git restore environment.yml.",
        ) from error
    return dict(_pin(path, number, text) for number, text in _items_under_pip(path, lines))


def _items_under_pip(path, lines):
    """Return (line number, text) of each item below the `- pip:` line; the block ends with its indentation."""
    start = next((i for i, line in enumerate(lines) if re.match(r"^ *- +pip: *(#.*)?$", line)), None)
    if start is None:
        raise Problem(f'{path} has no line "- pip:".', "Compare it with git diff environment.yml.")
    outer = len(lines[start]) - len(lines[start].lstrip())
    items = []
    for number, line in enumerate(lines[start + 1 :], start + 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if len(line) - len(line.lstrip()) <= outer:
            break
        item = ITEM.match(line)
        items.append((number, item["text"] if item else line.strip()))
    return items


def _pin(path, number, text):
    pin = PIN.match(text)
    if pin is None:
        raise Problem(
            f'{path}, line {number}: "{text}" is not an exact pin.',
            "Write it as name==version.",
        )
    return pin["name"], pin["version"]
