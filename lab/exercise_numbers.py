"""The numbers of exercises: what a folder's name begins with, and their order, in which 02.10 follows 02.9."""


def of(folder):
    """Return the number in the name of an exercise's folder: 02.1 for 02.1-country."""
    return folder.name.partition("-")[0]


def order(number):
    """Return what numbers are sorted by: chapter, then exercise."""
    return [int(part) for part in number.split(".")]
