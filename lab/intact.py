"""Finds what is missing or cut short in a `.venv`, by the lists of files that pip keeps for each package."""

import csv


def packages(venv):
    """Name the packages that are installed, as pip names their folders: name-version."""
    return [record.parent.name.removesuffix(".dist-info") for record in _records(venv)]


def damage(venv, expected):
    """Name the expected packages that are gone, and the files that are absent or of another size than pip noted.

    Bytecode has no size in those lists, because Python writes it itself. A package that the user has replaced by another
    version counts as whole.
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
