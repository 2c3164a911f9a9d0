"""The commands that grade: what they start, how Ctrl-C ends them, when they refuse."""

import contextlib
import io
import json
import subprocess
import sys
import unittest
from unittest import mock

import support

from lab import command, grading, grading_all, kernel, stored, watching
from lab.java import Java
from lab.problem import Problem

JAVA = Java("PATH", "java", home="/jdk", version="25.0.1")


class StartTest(support.FolderTest):
    def spec(self, *class_path, java="/jdk/bin/java"):
        stored.write_whole(
            kernel.spec_file(self.project), json.dumps({"argv": [java, "-XX:x", "-cp", ":".join(class_path), kernel.MAIN, "{c}"]})
        )

    def setUp(self):
        super().setUp()
        self.jar = str(self.write("lib/target/workbook/ormlab.jar", "x"))

    def line(self, selection=""):
        return grading.command(self.project, JAVA, grading.PROGRAM, selection)

    def test_it_grades_the_named_exercises_of_this_workbook(self):
        self.assertEqual(self.line("05.2")[-3:], [grading.PROGRAM, str(self.root), "05.2"])
        self.assertEqual(self.line()[-1], str(self.root))

    @unittest.skipIf(support.WINDOWS, "the paths are those of Unix")
    def test_it_starts_like_the_kernel_from_the_kernels_archive(self):
        self.spec("/jjava.jar", self.jar)
        self.assertEqual(self.line()[:4], ["/jdk/bin/java", "-XX:x", "-cp", f"/jjava.jar:{self.jar}"])

    @unittest.skipIf(support.WINDOWS, "the paths are those of Unix")
    def test_a_kernel_with_other_jars_or_another_java_is_not_imitated(self):
        for spec in (lambda: None, lambda: self.spec("/jjava.jar", "/old.jar"), lambda: self.spec(self.jar, java="/other/bin/java")):
            spec()
            line = self.line()
            self.assertEqual(line[0], "/jdk/bin/java")
            self.assertEqual(line[line.index("-cp") + 1], self.jar)


class GradeTest(unittest.TestCase):
    """The reader's own exercises are graded, so the test cannot know how many are solved."""

    def test_an_unknown_exercise_suggests_the_nearest(self):
        done = subprocess.run([sys.executable, str(support.ROOT / "lab.py"), "grade", "02.11"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertRegex(done.stderr, r"There is no exercise '02.11'. Did you mean '02.1'")

    def test_the_last_line_names_what_is_next(self):
        done = subprocess.run([sys.executable, str(support.ROOT / "lab.py"), "grade", "02.1"], capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertRegex(done.stdout.rstrip().splitlines()[-1], r"^(0 of 1 solved, next: 02\.1 |\d+ of \d+ solved)")


class HelpTest(support.FolderTest):
    """Hints and solutions in a terminal, for readers who work in an editor."""

    def started(self, *words):
        with mock.patch("lab.command.here", return_value=self.project), mock.patch("lab.setup.ensure_library", return_value=JAVA):
            with mock.patch.object(grading.subprocess, "call", return_value=0) as call:
                self.assertEqual(command.main(list(words)), 0)
        line = call.call_args.args[0]
        return line[line.index(grading.HELP) + 1 :]

    def test_the_exercise_and_the_consent_reach_the_program(self):
        self.assertEqual(self.started("hint", "05.2"), [str(self.root), "hint", "05.2"])
        self.assertEqual(self.started("solution", "05.2"), [str(self.root), "solution", "05.2"])
        self.assertEqual(self.started("solution", "05.2", "--anyway"), [str(self.root), "solution", "05.2", "show me"])

    def test_an_unknown_exercise_is_refused_with_the_nearest(self):
        done = subprocess.run([sys.executable, str(support.ROOT / "lab.py"), "solution", "02.11"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertRegex(done.stderr, r"There is no exercise '02.11'. Did you mean '02.1'")


class WatchTest(support.FolderTest):
    def test_ctrl_c_ends_it_and_is_not_a_failure(self):
        watcher = mock.Mock(wait=mock.Mock(side_effect=[KeyboardInterrupt, 143]))
        said = io.StringIO()
        with mock.patch("lab.setup.ensure_library", return_value=JAVA), contextlib.redirect_stdout(said):
            with mock.patch.object(watching.subprocess, "Popen", return_value=watcher):
                self.assertEqual(watching.watch(self.project, "05.2"), 0)
        watcher.terminate.assert_called_once()
        self.assertIn("No longer watching.", said.getvalue())


class GradeAllTest(support.FolderTest):
    def test_without_confinement_it_refuses_and_says_what_to_do(self):
        self.write("in/fred/ch02_models/Country.java", "")
        self.write("exercises/catalogue/02.1-country/exercise.properties", "class = ch02_models.Country\n")
        options = command.arguments(["grade-all", str(self.root / "in")])
        with mock.patch("lab.confine.works", return_value="this system has no namespaces; only Linux has"):
            with self.assertRaises(Problem) as refused:
                grading_all.run(self.project, options)
        self.assertEqual(
            str(refused.exception),
            "Submissions cannot be confined on this machine: this system has no namespaces; only Linux has.\n"
            "Without that they run with your own rights: a malicious one could read and delete your files.\n"
            "Run this in a virtual machine or container of Linux; or, if you trust the submissions, add --unconfined.",
        )


if __name__ == "__main__":
    unittest.main()
