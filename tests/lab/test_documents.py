"""What README.md, CONTRIBUTING.md and docs/ say about files, commands, tests, versions and limits is true."""

import contextlib
import io
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from unittest import mock

import support

from lab import command, submissions

sys.path.insert(0, str(support.ROOT / "classroom"))
import enclosure
import prepare

TEXTS = {
    path.relative_to(support.ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (support.ROOT / "README.md", support.ROOT / "CONTRIBUTING.md", *sorted((support.ROOT / "docs").glob("*.md")))
}
FENCED = re.compile(r"(?ms)^```.*?^```$")
MADE = ("my_notebooks", "exercises/src/main/java", "lib/target", "workbook/target", "site", ".venv")  # by readers and builds
LAB = r"(?:python3|py) lab\.py((?: [\w./…-]+)*)"
FOLDERS = ("notebooks", "lib", "junit", "workbook", "exercises", "lab", "tests", "examples", "classroom", "bench", "english", "docs")


def found(pattern):
    """Return all matches in the documents, with the document's name."""
    return sorted({(name, match) for name, text in TEXTS.items() for match in re.findall(pattern, text)})


class DocumentsTest(unittest.TestCase):
    def test_each_link_leads_to_a_file_and_a_heading(self):
        for name, text in TEXTS.items():
            for target in re.findall(r"\]\(([^)\s]+)\)", FENCED.sub("", text)):
                if "://" in target:
                    continue
                path, _, heading = target.partition("#")
                file = (support.ROOT / name).parent / path if path else support.ROOT / name
                with self.subTest(f"{name}: {target}"):
                    self.assertTrue(file.exists())
                    headings = re.findall(r"(?m)^#+ (.+)$", file.read_text(encoding="utf-8")) if heading else []
                    self.assertIn(heading, ["", *(re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings)])

    def test_each_path_exists(self):
        for name, path in found(r"`([\w./-]+)`"):
            if path.startswith(FOLDERS) and "/" in path and not path.startswith(MADE):
                with self.subTest(f"{name}: {path}"):
                    self.assertTrue((support.ROOT / path).exists())

    def test_each_test_class_exists(self):
        listed = subprocess.run(["git", "ls-files", "*.java"], cwd=support.ROOT, capture_output=True, text=True, check=True).stdout
        for name, one in found(r"`([A-Z]\w+(?:IT|Test))`"):
            with self.subTest(f"{name}: {one}"):
                self.assertTrue(f"/{one}.java\n" in listed)

    def test_each_command_and_option_of_lab_py_exists(self):
        lines = found(LAB)
        self.assertGreater(len(lines), 20)
        for name, line in lines:
            words = line.split()
            if words == ["grade-all"]:
                words += ["answers"]
            with self.subTest(f"{name}: {line}"), mock.patch("sys.stderr", io.StringIO()) as said:
                try:
                    command.arguments(words)
                except SystemExit:
                    self.fail(said.getvalue())

    def test_each_option_belongs_to_some_program(self):
        helped = "".join(map(self.help, ([], *([one] for one in ("check", "grade-all", "solution", "site")), ["pack", "new"])))
        helped += (support.ROOT / "classroom" / "prepare.py").read_text() + (support.ROOT / "classroom" / "collect.py").read_text()
        helped += "".join(path.read_text(encoding="utf-8") for path in (support.ROOT / "lib/src/main/java/ormlab/cli").glob("*.java"))
        known = {*re.findall(r"--[\w-]+", helped), "--depth"}  # The last one is Git's.
        for name, option in found(r"`(--[\w-]+)") + [(name, one) for name, line in found(LAB) for one in line.split() if one[:2] == "--"]:
            with self.subTest(f"{name}: {option}"):
                self.assertTrue(option in known)

    def help(self, words):
        with contextlib.redirect_stdout(io.StringIO()) as said, self.assertRaises(SystemExit):
            command.arguments([*words, "--help"])
        return said.getvalue()

    def test_the_version_is_the_build_s(self):
        space = "{http://maven.apache.org/POM/4.0.0}"
        version = ElementTree.parse(support.ROOT / "pom.xml").findtext(f"{space}version").replace("-SNAPSHOT", "")
        told = found(r"<artifactId>ormlab[\w-]*</artifactId>\s*<version>([^<]+)</version>")
        self.assertEqual(dict(told), {"README.md": version, "docs/testing.md": version})

    def test_hibernate_s_version_is_the_build_s(self):
        pinned = re.search(r"<hibernate.version>([^<]+)<", (support.ROOT / "pom.xml").read_text(encoding="utf-8"))[1]
        self.assertEqual(re.findall(r"<version>([\d.]+Final)</version>", TEXTS["docs/queries.md"]), [pinned])
        self.assertIn(f"Hibernate {pinned.rpartition('.')[0].rpartition('.')[0]}", TEXTS["docs/testing.md"])

    def test_the_limits_of_a_class_are_the_ones_in_the_code(self):
        text = TEXTS["docs/classroom.md"].replace("\n", " ")
        hub = (support.ROOT / "classroom" / "jupyterhub_config.py").read_text(encoding="utf-8")
        self.assertTrue(f"--heap MB` | {prepare.HEAP_MB} MB |" in text)
        self.assertTrue(f"| {enclosure.SCRATCH_MB} MB each, " in text)
        memory = re.search(r"ORMLAB_MEMORY., .(\d+)M", hub)[1]
        self.assertTrue(f"| {memory} MB |" in text)
        classes, code = (re.search(rf"{flag}=(\d+)m", " ".join(prepare.limits(1)))[1] for flag in ("MaxMetaspaceSize", "CodeCacheSize"))
        self.assertTrue(f"| {classes} MB and {code} MB |" in text)
        self.assertTrue(f"larger than {submissions.MOST_BYTES // 1_000_000} MB" in text)

    def test_the_limits_of_a_file_are_checkstyle_s(self):
        rules = (support.ROOT / "pom.xml").read_text(encoding="utf-8")
        lines, method = (re.search(rf'(?s)"{rule}".*?name="max" value="(\d+)"', rules)[1] for rule in ("FileLength", "MethodLength"))
        text = f"Outside of tests, a file has at most {lines} lines, a method at most {method}"
        self.assertTrue(text in TEXTS["CONTRIBUTING.md"])


if __name__ == "__main__":
    unittest.main()
