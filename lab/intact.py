"""Finds what is missing or truncated in a `.venv`, with the lists of files that pip keeps for each package."""

import csv


def packages(venv):
    """Return the installed packages, named like pip's folders: name-version."""
    return [record.parent.name.removesuffix(".dist-info") for record in _records(venv)]


def damage(venv, expected):
    """Return the expected packages that are missing, and the files that are missing or have a different size than pip
    recorded.

    Bytecode has no size in those lists, because Python writes it itself. A package that the user has replaced with another
    version counts as complete.
    """
    have = {_name(package) for package in packages(venv)}
    gone = [f"package {package}" for package in expected if _name(package) not in have]
    return [*gone, *(path for record in _records(venv) for path in _damaged_files(record))]


def _records(venv):
    folders = [*venv.glob("lib/python*/site-packages"), *venv.glob("Lib/site-packages")]
    return [record for folder in folders for record in sorted(folder.glob("*.dist-info/RECORD"))]


def _name(package):
    return package.partition("-")[0].lower()


def _damaged_files(record):
    base = record.parent.parent
    with open(record, encoding="utf-8", newline="") as file:
        for path, _, size in csv.reader(file):
            if size and _size(base / path) != int(size):
                yield path


def _size(path):
    try:
        return path.stat().st_size
    except OSError:
        return None
