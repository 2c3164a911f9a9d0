"""Collects the learners' answers for `python3 lab.py grade-all`. Run it as root.

    python3 classroom/collect.py FOLDER [--group learners]

A child process with the learner's own permissions reads each learner's answers, so a link out of a home folder leads only
to files that its owner can read anyway; links are skipped as well. The child is limited in time and size, and the parent
does not trust its output, so no learner can stop or flood the collection.
"""

import argparse
import grp
import io
import os
import pwd
import resource
import shutil
import signal
import stat
import sys
import tarfile
import tempfile
import time
from pathlib import Path, PurePosixPath

PLACE = "ormlab/exercises/src/main/java"
MOST_BYTES = 1_000_000  # in a file
MOST_FILES = 1000
MOST_IN_ALL = 32_000_000  # in all answers of a learner
MOST_ENTRIES = 20_000  # examined in a learner's folders
MOST_DEPTH = 20
SECONDS = 60


def learners(group):
    """Return the names of a group's members, including users whose main group it is."""
    found = grp.getgrnam(group)
    names = set(found.gr_mem) | {user.pw_name for user in pwd.getpwall() if user.pw_gid == found.gr_gid}
    return sorted(names)


def collect(user, target):
    """Copy one learner's answers into a folder; return the number of files, or -1 if they could not be read."""
    with tempfile.TemporaryFile() as answers:
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            _child(user, answers)
        if not ended_well(child):
            return -1
        answers.seek(0)
        try:
            return _unpack(answers, target)
        except (tarfile.TarError, OSError, ValueError):
            return -1


def _child(user, answers):
    """Become the learner, write the answers as a tar file, and end. A fork does not run any Python that the learner could have
    changed.
    """
    try:
        become(user)
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_IN_ALL * 2, MOST_IN_ALL * 2))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        with tarfile.open(fileobj=answers, mode="w", format=tarfile.PAX_FORMAT) as tar:
            _read(folder(user.pw_dir, PLACE), tar)
        os._exit(0)
    except BaseException:
        os._exit(1)  # The parent reports the error. No other code may run in a copy of the parent.


def become(user):
    """Give up the rights of root for those of a user."""
    if os.geteuid() != user.pw_uid:
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)


def folder(home, place):
    """Open a folder below a home step by step, so that links in the path are not followed."""
    found = os.open(home, os.O_RDONLY | os.O_DIRECTORY)
    for name in PurePosixPath(place).parts:
        found = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=found)
    return found


def _read(folder, tar):
    entries = files = size = 0
    for path, folders, names, inside in os.fwalk(".", dir_fd=folder, follow_symlinks=False):
        entries += len(folders) + len(names)
        if entries > MOST_ENTRIES:
            return
        if len(PurePosixPath(path).parts) >= MOST_DEPTH:
            folders.clear()
        folders.sort()
        for name in sorted(name for name in names if name.endswith(".java")):
            content = _content(name, inside)
            if content is None or files == MOST_FILES or size + len(content) > MOST_IN_ALL:
                continue
            files, size = files + 1, size + len(content)
            member = tarfile.TarInfo(str(PurePosixPath(path) / name))
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


def _content(name, inside):
    """Return the bytes of an ordinary file of reasonable size, otherwise None. With O_NONBLOCK, a pipe cannot make us wait."""
    try:
        with open(os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=inside), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
                return None
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return None
    return content if len(content) <= MOST_BYTES else None


def ended_well(child):
    """Wait for a child, stop it if it takes too long, and return whether it succeeded."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status == 0
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _unpack(stream, target):
    count = total = 0
    with tarfile.open(fileobj=stream, mode="r|") as members:
        for member in members:
            path = PurePosixPath(member.name)
            if not member.isfile() or path.suffix != ".java" or path.is_absolute() or ".." in path.parts:
                continue
            total += member.size
            if member.size > MOST_BYTES or count == MOST_FILES or total > MOST_IN_ALL or not _readable(member.name):
                continue
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            with members.extractfile(member) as content, open(place, "wb") as out:
                shutil.copyfileobj(content, out)
            count += 1
    return count


def _readable(name):
    """Return whether every report can show this name: UTF-8 without control sequences for terminals."""
    return name.isprintable()  # Bytes that are not UTF-8 become surrogates, which are not printable either.


def main(words):
    """Collect everyone's answers and print what was found."""
    parser = argparse.ArgumentParser(description="Collects the learners' answers into a new folder.")
    parser.add_argument("folder", type=Path, help="the folder to create")
    parser.add_argument("--group", default="learners", help="the system group of the class (learners)")
    options = parser.parse_args(words)
    try:
        names = learners(options.group)
    except KeyError:
        print(f"This system has no group '{options.group}'. Name the class's group with --group.", file=sys.stderr)
        return 2
    try:
        options.folder.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        print(f"{options.folder} already exists. Choose a new folder, so that old and new answers do not mix.", file=sys.stderr)
        return 2
    for name in names:
        count = collect(pwd.getpwnam(name), options.folder / name)
        print(f"{name}: {'no answers yet' if count < 1 else f'{count} files'}", flush=True)
    print(f"Grade them: python3 lab.py grade-all {options.folder} --csv grades.csv")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
