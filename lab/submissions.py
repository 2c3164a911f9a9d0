"""Grades a folder of submissions, each in its own process and folder, and writes a table, CSV and JSON."""

import contextlib
import csv
import errno
import itertools
import json
import os
import platform
import queue
import secrets
import shutil
import stat
import subprocess
import tempfile
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from lab import confine, exercise_numbers, leftovers, reported
from lab.journal import Journal
from lab.problem import Problem
from lab.processor import Allowance
from lab.stored import digest, write_whole

PLACES = ("exercises/src/main/java", "src/main/java", "main/java", "")
MOST_FILES, MOST_BYTES, MOST_DEPTH, MOST_ENTRIES = 500, 1_000_000, 20, 20_000
MEMORY_USED_UP = 3  # The exit code of GradeSubmission.
START_SECONDS, LOOK_SECONDS = 40, 0.5
PROGRAM = "ormlab.grade.run.GradeSubmission"
# What Hibernate may read back from a column of serialized objects; anything else could run code while it is read.
READ_BACK = "ch*;microblog.*;java.lang.*;java.math.*;java.net.URI;java.time.*;java.util.*;!*"
GIVEN = ("exercise.properties", "stub", "grader")  # Solutions and known mistakes are not copied.
COPIES, JARS = "ormlab-grading-", "ormlab-jars-"  # The names of temporary folders begin like this.
SHARED = "shared"  # Classes that several graders use.
COLUMNS = ("submission", "exercise", "title", "verdict", "tasks_passed", "tasks", "message")
FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n")  # The wide forms are formulas for East Asian spreadsheets.
NO_ANSWER, ENDED, NOT_RUN = "ran out of time", "crashed", "not run"


@dataclass
class Grades:
    """The grades of one submission; `trouble` says why it could not be graded as a whole."""

    name: str
    exercises: list = field(default_factory=list)
    trouble: str = ""


@dataclass(frozen=True)
class Plan:
    """How to grade all submissions."""

    java: str
    jars: Path
    exercises: Path
    ids: tuple
    limits: confine.Limits
    seconds: int
    confined: bool
    journal: Journal
    bound: str = ""
    stopped: threading.Event = field(default_factory=threading.Event)


def find(folder):
    """Return the submissions, which are the folders in a folder, by name; hidden folders and links are ignored."""
    if not folder.is_dir():
        raise Problem(f"There is no folder {folder}.", "Name the folder that holds one folder for each submission.")
    found = sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink() and path.name[0] != ".")
    if not found:
        raise Problem(f"The folder {folder} contains no folders.", "It should hold one for each submission; unpack archives first.")
    return found


def ids(exercises, wanted):
    """Return the numbers of the exercises that `wanted` selects (05, 05.2 or nothing), in order."""
    found = [exercise_numbers.of(described.parent) for described in exercises.glob("catalogue/*/exercise.properties")]
    found.sort(key=exercise_numbers.order)
    chosen = [id for id in found if not wanted or any(_selects(word, id) for word in wanted.split(","))]
    if not chosen:
        raise Problem(f"No exercise is called {wanted}.", f"There are: {', '.join(found)}.")
    return tuple(chosen)


def _selects(word, id):
    numbers, wanted = exercise_numbers.order(id), word.strip().split(".")
    return all(part.isdigit() for part in wanted) and numbers[: len(wanted)] == [int(part) for part in wanted]


def grade_all(submissions, plan, jobs, say):
    """Grade the submissions, several at once; return their grades in order. If the run is interrupted, return the finished
    ones.
    """
    done = {}

    def one(submission):
        try:
            grades = grade(submission, plan)
        except OSError as error:
            grades = _not_graded(submission, f"cannot be read: {error.strerror}")
        except Exception as error:  # Whatever one submission causes, the others keep their grades.
            grades = _not_graded(submission, f"cannot be graded: {type(error).__name__}: {error}")
        if not plan.stopped.is_set():
            done[submission] = grades
            say(f"[{len(done)}/{len(submissions)}] {summary(grades, plan)}")

    with ThreadPoolExecutor(max(1, jobs)) as pool:
        try:
            for _ in pool.map(one, submissions):
                pass
        except KeyboardInterrupt:
            plan.stopped.set()  # Grading in progress ends at once; the executor waits for it.
    return [done[submission] for submission in submissions if submission in done]


def _not_graded(submission, why):
    return Grades(reported.name(submission.name), trouble=reported.name(why))


def summary(grades, plan):
    if grades.trouble:
        return f"{grades.name}: {grades.trouble}"
    verdicts = [exercise["verdict"] for exercise in grades.exercises]
    other = [f"{verdicts.count(word)} {word}" for word in dict.fromkeys(verdicts) if word not in ("passed", "to do")]
    return f"{grades.name}: {verdicts.count('passed')} of {len(plan.ids)} passed" + "".join(", " + part for part in other)


def grade(submission, plan):
    """Grade one submission. If an exercise brings its process down, a new process continues with the next exercise."""
    grades = Grades(reported.name(submission.name))
    left = list(plan.ids)
    with leftovers.temporary(COPIES) as place:
        while left:
            folder = _fresh(place)
            grades.trouble, odd = _lay_out(submission, plan.exercises, folder)
            if grades.trouble:
                return grades
            refused = _refused(plan, odd)
            answers = _digest(folder)
            known = plan.journal.recall(grades.name, answers)
            ahead = left[: next((i for i, id in enumerate(left) if id in refused), len(left))]
            found = known or (_run(folder, plan, ahead) if ahead else [_without_tasks(left[0], NOT_RUN, refused[left[0]])])
            if plan.stopped.is_set():
                return grades
            grades.exercises += found
            left = left[len(found) :]
    if not known:
        plan.journal.note(grades.name, answers, grades.exercises)
    return grades


def _refused(plan, odd):
    """Return the exercises that are refused because of their own file, by number, with the reason."""
    files = {path: described for described in plan.exercises.glob("catalogue/*/exercise.properties") for path in _own_files(described)}
    return {exercise_numbers.of(files[path].parent): words for path, words in odd.items() if path in files}


def _own_files(described):
    written = next(line for line in described.read_text(encoding="utf-8").splitlines() if line.startswith("class ="))
    chapter = written.partition("=")[2].strip().rpartition(".")[0]
    return [f"{chapter}/{path.name}" for path in (described.parent / "stub").glob("*")]


def _without_tasks(id, verdict, why):
    return {"exercise": id, "title": "", "verdict": verdict, "tasks": [], "problem": why, "output": ""}


def _digest(folder):
    answers = folder / "exercises" / "src" / "main" / "java"
    return digest([path for path in answers.rglob("*") if path.is_file()], answers)


def _fresh(place):
    """Return an empty folder that no process has written to, so that each process of a submission starts from scratch."""
    for old in place.glob("own-*"):
        shutil.rmtree(old, ignore_errors=True)
    (place / "root").mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="own-", dir=place))
    os.chmod(folder, 0o755)
    return folder


def _lay_out(submission, exercises, folder):
    """Copy the answers and what grades them; return what is wrong with the submission, or an empty string, and with single
    files.
    """
    inner = folder / "exercises"
    shutil.copytree(exercises / "catalogue" / SHARED, inner / "catalogue" / SHARED)
    for described in (exercises / "catalogue").glob("*/exercise.properties"):
        for name in GIVEN:
            source, target = described.parent / name, inner / "catalogue" / described.parent.name / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copyfile(source, target)
    root = next((submission / place for place in PLACES if any((submission / place).glob("ch[0-9][0-9]_*"))), None)
    if root is None:
        return "holds no answers: no folder such as ch02_models in it, in src/main/java or in exercises/src/main/java", {}
    way = [root, *root.parents]
    linked = next((part for part in way[: way.index(submission)] if part.is_symlink()), None)
    if linked:
        return f"contains a link where its answers should be: {reported.name(linked.relative_to(submission))}", {}
    return _copy_answers(root, inner / "src" / "main" / "java")


def _copy_answers(root, target):
    """Copy plain files of reasonable size; return what is wrong with all of them, or an empty string, and with single files.

    Links are left out, because they could lead anywhere, as are files nested too deep.
    """
    files = list(itertools.islice(_files(root), MOST_FILES + 1))
    if len(files) > MOST_FILES:
        return f"holds more than {MOST_FILES} files", {}
    odd = {}
    for path in files:
        copy = target / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            words = _oddity(path)
            if not words:
                shutil.copyfile(path, copy)
        except OSError as error:
            words = f"{reported.name(path.name)} cannot be read: {error.strerror}."
        if words:
            odd[path.relative_to(root).as_posix()] = words
            copy.write_text(words, encoding="utf-8")  # The compiler reports this if another file needs this one.
    return "", odd


def _oddity(path):
    """Return why a file is not graded, or an empty string."""
    about, name = path.lstat(), reported.name(path.name)
    if stat.S_ISLNK(about.st_mode) or about.st_nlink > 1:
        return f"{name} is a link. Replace it by a copy: only plain files are graded."
    if not stat.S_ISREG(about.st_mode):
        return f"{name} is not a plain file."
    return f"{name} has {about.st_size:,} bytes; at most {MOST_BYTES:,} are graded." if about.st_size > MOST_BYTES else ""


def _files(root):
    """Return everything that is not a folder in the chapters of a submission, up to a depth."""
    left = MOST_ENTRIES
    folders = [
        (chapter, MOST_DEPTH - 1) for chapter in sorted(root.glob("ch[0-9][0-9]_*")) if chapter.is_dir() and not chapter.is_symlink()
    ]
    while folders:
        folder, depth = folders.pop(0)
        for path in sorted(folder.iterdir()):
            left -= 1
            if left < 0:
                raise OSError(errno.EFBIG, f"more than {MOST_ENTRIES:,} files and folders")
            if not path.is_dir() or path.is_symlink():
                yield path
            elif depth:
                folders.append((path, depth - 1))


def _run(folder, plan, ids):
    """Grade exercises in one process; return the grades up to the first one after which the process cannot be trusted."""
    secret = secrets.token_hex(16)
    exercises = (Path(confine.SCRATCH) if plan.confined else folder) / "exercises"
    command = [plan.java, *_java_options(plan), "-cp", f"{plan.jars}{os.sep}*", PROGRAM, str(exercises), *ids]
    process = confine.start(
        command,
        folder,
        [plan.jars, _home(plan.java)],
        plan.limits,
        plan.confined,
        plan.bound,
        frozen=["exercises/catalogue"],
        noexec=_native(plan.jars).is_dir(),
    )
    lines = queue.Queue(1000)
    reader = threading.Thread(target=_read, args=(process.stdout, secret, lines), daemon=True)
    reader.start()
    try:
        with contextlib.suppress(OSError):
            process.stdin.write(secret.encode() + b"\n")
            process.stdin.close()
        return _collect(lines, ids, plan, process)
    finally:
        confine.end(process)
        reader.join(5)
        process.stdout.close()


def _java_options(plan):
    native = _native(plan.jars)
    return [
        *([f"-Dorg.sqlite.lib.path={native}"] if native.is_dir() else []),
        f"-Djdk.serialFilter={READ_BACK}",
        "-XX:+DisableAttachMechanism",
        "-XX:-UsePerfData",
        f"-Xmx{plan.limits.heap}m",
        "-XX:MaxMetaspaceSize=192m",
        "-XX:MaxDirectMemorySize=32m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dfile.encoding=UTF-8",
        "-Djava.util.logging.config.file=none",
    ]


def _home(java):
    return Path(java).resolve().parent.parent


def _read(stream, secret, lines):
    """Pass on the lines that begin with the secret; read and discard all others, even a flood of them."""
    mark, rest = secret.encode(), b""
    while True:
        part = stream.read1(65536)
        *whole, rest = (rest + part).split(b"\n")
        for line in whole:
            if line.startswith(mark):
                with contextlib.suppress(ValueError):
                    lines.put(json.loads(line[len(mark) :]))
        if len(rest) > 10 * MOST_BYTES:
            rest = b""
        if not part:
            lines.put(None)
            return


def _collect(lines, ids, plan, process):
    found = []
    for id in ids:
        allowance = Allowance(process.pid, plan.seconds, 0 if found else START_SECONDS)
        told = _next(lines, id, allowance, plan, process)
        if "verdict" in told:
            found.append(told)
        else:
            found.append(_without_tasks(id, told["broken"], told["why"]))
        if found[-1]["verdict"] in (NO_ANSWER, ENDED):
            break
    return found


def _next(lines, id, allowance, plan, process):
    """Return what was reported about an exercise: its grade, or how the process ended without one."""
    while True:
        try:
            line = lines.get(timeout=LOOK_SECONDS)
        except queue.Empty:
            if not allowance.is_over() and not plan.stopped.is_set():
                continue
            return {"broken": NO_ANSWER, "why": f"The answer got no verdict within {plan.seconds} s, so its process was stopped."}
        if line is None:
            return {"broken": ENDED, "why": _ending(process)}
        told = reported.grade(line, id)
        if told:
            return told


def _ending(process):
    with contextlib.suppress(subprocess.TimeoutExpired):
        if process.wait(5) == MEMORY_USED_UP:
            return "The memory is used up (OutOfMemoryError): something grows without limit."
    return "The answer brought down the process that graded it."


def rows(all_grades):
    """Return a row for each exercise of each submission; a submission that could not be graded has one row."""
    for grades in all_grades:
        if grades.trouble:
            yield dict(zip(COLUMNS, (grades.name, "", "", "not graded", 0, 0, grades.trouble)))
        for exercise in grades.exercises:
            passed = sum(task["verdict"] == "passed" for task in exercise["tasks"])
            yield dict(
                zip(
                    COLUMNS,
                    (
                        grades.name,
                        exercise["exercise"],
                        exercise["title"],
                        exercise["verdict"],
                        passed,
                        len(exercise["tasks"]),
                        _why(exercise),
                    ),
                )
            )


def _why(exercise):
    messages = [exercise["problem"], *(task["message"] for task in exercise["tasks"])]
    return next((message for message in messages if message), "")


def write_csv(path, all_grades):
    """Write the rows; text that a spreadsheet would run as a formula is escaped."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, quoting=csv.QUOTE_ALL)  # Some spreadsheets separate cells with semicolons.
        table.writeheader()
        for row in rows(all_grades):
            table.writerow({key: _harmless(value) for key, value in row.items()})


def _harmless(value):
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value


def write_json(path, all_grades):
    content = [{"submission": one.name, "trouble": one.trouble, "exercises": one.exercises} for one in all_grades]
    write_whole(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


@contextlib.contextmanager
def jars_in_reach(project):
    """Provide a copy of the jars that any user can read, wherever the project is. Delete what a killed run left behind."""
    for prefix in (COPIES, JARS):
        leftovers.delete(prefix)
    with leftovers.temporary(JARS) as place:
        for jar in project.jars.glob("*.jar"):
            shutil.copyfile(jar, place / jar.name)
        _unpack_sqlite(place)
        yield place


def _unpack_sqlite(jars):
    """Put SQLite's native library where no answer can write, so that nothing an answer writes has to be executable."""
    system = "Linux" if platform.libc_ver()[0] == "glibc" else "Linux-Musl"
    member = f"org/sqlite/native/{system}/{platform.machine()}/libsqlitejdbc.so"
    for jar in jars.glob("sqlite-jdbc-*.jar"):
        with zipfile.ZipFile(jar) as packed, contextlib.suppress(KeyError):  # Without one for this machine, SQLite unpacks its own.
            content = packed.read(member)
            _native(jars).mkdir()
            (_native(jars) / "libsqlitejdbc.so").write_bytes(content)


def _native(jars):
    return jars / "native"


def jobs_here():
    """Return half the number of cores, because an answer may compute on more than one."""
    return max(1, (os.cpu_count() or 2) // 2)
