"""Hands a teacher's comments back to the learners, whose notebooks then show them below the grades. Run it as root.

    python3 classroom/hand_back.py FOLDER [--group learners]

FOLDER is what collect.py created, with a file `comments.md` in the folder of each learner who gets comments. A child process
with the learner's own permissions writes each file and follows no links, so no learner can have another file overwritten.
"""

import argparse
import contextlib
import os
import pwd
import re
import secrets
import stat
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import collect

NAME = "comments.md"
PLACE = "ormlab/exercises"
COMMENTS = "comments"  # Below PLACE; one file for each folder that was handed back.
MOST_BYTES = 1_000_000
HEADING = re.compile(r"^#+ *\d+\.\d+\b", flags=re.M)


def comments(folder):
    """Return the bytes of the file with comments, or None. What a learner may have put there instead, such as a link, is not
    read.
    """
    try:
        with open(os.open(folder / NAME, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            return file.read(MOST_BYTES) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except OSError:
        return None


def hand_back(user, name, content):
    """Write one learner's comments into a file of that name; return whether it worked."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _child(user, name, content)
    return collect.ended_well(child)


def _child(user, name, content):
    """Become the learner, write the file, and end, as in collect.py."""
    try:
        collect.become(user)
        exercises = collect.folder(user.pw_dir, PLACE)
        with contextlib.suppress(FileExistsError):
            os.mkdir(COMMENTS, dir_fd=exercises)
        place = os.open(COMMENTS, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=exercises)
        new = f".{secrets.token_hex(8)}"
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=place), "wb") as file:
            file.write(content)
        os.rename(new, name, src_dir_fd=place, dst_dir_fd=place)
        os._exit(0)
    except BaseException:
        os._exit(1)  # The parent reports the error. No other code may run in a copy of the parent.


def main(words):
    """Hand back what the teacher wrote, and print who got it."""
    parser = argparse.ArgumentParser(description="Hands the teacher's comments back to the learners.")
    parser.add_argument("folder", type=Path, help="the folder that collect.py created, such as answers/week-1")
    parser.add_argument("--group", default="learners", help="the system group of the class (learners)")
    options = parser.parse_args(words)
    try:
        names = collect.learners(options.group)
    except KeyError:
        print(f"This system has no group '{options.group}'. Name the class's group with --group.", file=sys.stderr)
        return 2
    if not options.folder.is_dir():
        print(f"There is no folder {options.folder}. Name the one that collect.py created.", file=sys.stderr)
        return 2
    failed = 0
    for name in names:
        content = comments(options.folder / name)
        if content is None:
            print(f"{name}: no comments", flush=True)
            continue
        count = len(HEADING.findall(content.decode("utf-8", "replace")))
        if count == 0:
            print(f"{name}: not handed back. {NAME} needs a heading such as '# 02.1' before each comment.", flush=True)
            failed += 1
        elif hand_back(pwd.getpwnam(name), f"{options.folder.resolve().name}.md", content):
            print(f"{name}: {count} comment{'s' if count > 1 else ''}", flush=True)
        else:
            print(f"{name}: the comments could not be written.", flush=True)
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
