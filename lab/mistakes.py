"""What a class got wrong: submissions grouped by their message, so that a teacher sees what to explain again."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from lab import exercise_numbers
from lab.stored import write_whole

SHOWN = 3  # number of mistakes shown in the terminal
VALUES = re.compile(r"'[^']*'|\"[^\"]*\"|\b\d[\d.,]*\b")
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


@dataclass
class Cluster:
    """The submissions that got the same message for an exercise, apart from the values in it."""

    exercise: str
    title: str
    message: str  # the message that the first of them got
    known: str  # the file name of the known mistake without its extension, or empty
    names: list = field(default_factory=list)


def clusters(all_grades, catalogue):
    """Return the clusters, the largest first; `catalogue` is the folder with the known mistakes."""
    known, found = _known(catalogue), {}
    for grades in all_grades:
        for graded in grades.exercises:
            for message in _messages(graded):
                key = graded["exercise"], _shape(message)
                if key not in found:
                    found[key] = Cluster(graded["exercise"], graded["title"], message, known.get(key, ""))
                found[key].names.append(grades.name)
    return sorted(found.values(), key=lambda one: (-len(one.names), exercise_numbers.order(one.exercise)))


def _messages(graded):
    """Return each message once. Tasks that are to do or were not run are not mistakes."""
    if graded["problem"]:
        return [graded["problem"]]
    wrong = [task["message"] for task in graded["tasks"] if task["verdict"] not in ("passed", "to do", "not run")]
    return list(dict.fromkeys(message for message in wrong if message))


def _shape(message):
    """Return a message without its values: 'came to 6, not 5' and 'came to 7, not 5' are the same mistake."""
    return VALUES.sub("…", message)


def _known(catalogue):
    """Return the names of known mistakes by exercise and message. The message comes before the diff."""
    found = {}
    for path in sorted(catalogue.glob("*/mistakes/*.diff")):
        message = re.split(r"(?m)^--- ", path.read_text(encoding="utf-8"))[0].strip()
        found.setdefault((exercise_numbers.of(path.parents[1]), _shape(message)), path.stem)
    return found


def summary(found, submissions):
    """Return the lines for the terminal: the most common mistakes that more than one submission contains."""
    common = [one for one in found if len(one.names) > 1][:SHOWN]
    lines = [f"  {len(one.names)} of {submissions}  {one.exercise}: {_sentence(one.message)}" for one in common]
    return ["Made most often:", *lines] if lines else []


def _sentence(message):
    line = message.splitlines()[0]
    return line if len(line) <= 120 else line[:119] + "…"


def write_markdown(path, found, all_grades):
    """Write all clusters by exercise, with the numbers of verdicts and the submissions' names."""
    verdicts, titles, of_exercise = defaultdict(Counter), {}, defaultdict(list)
    for grades in all_grades:
        for graded in grades.exercises:
            verdicts[graded["exercise"]][graded["verdict"]] += 1
            titles[graded["exercise"]] = graded["title"] or titles.get(graded["exercise"], "")
    for cluster in found:
        of_exercise[cluster.exercise].append(cluster)
    lines = ["# What was wrong, and how often", ""]
    for exercise in sorted(verdicts, key=exercise_numbers.order):
        counts = ", ".join(f"{count} {verdict}" for verdict, count in verdicts[exercise].most_common())
        lines += [f"## {exercise} {_escaped(titles[exercise])}".rstrip(), "", f"{counts}.", ""]
        for cluster in of_exercise[exercise]:
            known = f" (known mistake `{cluster.known}`)" if cluster.known else ""
            lines += [f"- **{len(cluster.names)}**{known}: {_escaped(cluster.message)}"]
            lines += [f"  \\\n  {', '.join(map(_escaped, cluster.names))}"]
        lines += [""] if of_exercise[exercise] else []
    write_whole(path, "\n".join(lines))


def _escaped(text):
    """Return text that Markdown shows unchanged, on one line: names and messages come from submissions."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))
