"""Writes grades as JUnit XML, which continuous integration servers and learning platforms read."""

import re
import xml.etree.ElementTree as ElementTree

from lab.stored import write_whole

# Characters that XML 1.0 cannot represent, even as &#…;: an answer may have printed them.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(path, all_grades):
    """Write a suite for each submission and a case for each task; exercises to do are skipped, not failed."""
    root = ElementTree.Element("testsuites")
    for grades in all_grades:
        suite = ElementTree.SubElement(root, "testsuite", name=_plain(grades.name))
        for case in _cases(grades):
            suite.append(case)
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            suite.set(name, str(sum(1 for _ in suite.iter(tag))))
    ElementTree.indent(root, " ")
    write_whole(path, '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n")


def _cases(grades):
    if grades.trouble:
        yield _case("", "the submission", "not graded", grades.trouble)
    for exercise in grades.exercises:
        title = f"{exercise['exercise']} {exercise['title']}".strip()
        for task in exercise["tasks"]:
            yield _case(title, task["task"], task["verdict"], task["message"])
        if exercise["problem"] or not exercise["tasks"]:
            yield _case(title, "the exercise as a whole", exercise["verdict"], exercise["problem"])


def _case(group, name, verdict, message):
    case = ElementTree.Element("testcase", classname=_plain(group), name=_plain(name))
    if verdict != "passed":
        tag = {"wrong": "failure", "to do": "skipped"}.get(verdict, "error")
        first = message.splitlines()[0] if message else verdict
        ElementTree.SubElement(case, tag, message=_plain(first)).text = _plain(message)
    return case


def _plain(text):
    return NO_XML.sub("\ufffd", text)
