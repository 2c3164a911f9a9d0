"""The commands that grade: what they start, how Ctrl-C ends them, when they refuse."""

import contextlib
import io
import unittest
from unittest import mock

import support
from lab import command, grading_all, watching
from lab.java import Java
from lab.problem import Problem

JAVA = Java("PATH", "java", home="/jdk", version="25.0.1")


class WatchTest(support.FolderTest):
    def test_it_starts_the_watch_of_this_workbook_with_what_was_named(self):
        line = watching.command(self.project, JAVA, "05.2")
        self.assertEqual(line[-3:], [watching.PROGRAM, str(self.root), "05.2"])
        self.assertEqual(watching.command(self.project, JAVA, "")[-1], str(self.root))

    def test_ctrl_c_ends_it_and_is_no_failure(self):
        watcher = mock.Mock(wait=mock.Mock(side_effect=[KeyboardInterrupt, 143]))
        said = io.StringIO()
        with mock.patch("lab.setup.ensure_library", return_value=JAVA), contextlib.redirect_stdout(said):
            with mock.patch.object(watching.subprocess, "Popen", return_value=watcher):
                self.assertEqual(watching.watch(self.project, "05.2"), 0)
        watcher.terminate.assert_called_once()
        self.assertIn("No longer watching.", said.getvalue())


class GradeAllTest(support.FolderTest):
    def test_where_nothing_can_be_shut_in_it_refuses_and_says_what_to_do(self):
        self.write("in/fred/ch02_models/Country.java", "")
        self.write("exercises/catalogue/02.1-country/exercise.properties", "class = ch02_models.Country\n")
        options = command.arguments(["grade-all", str(self.root / "in")])
        with mock.patch("lab.confine.works", return_value="this system has no namespaces; only Linux has"):
            with self.assertRaises(Problem) as refused:
                grading_all.run(self.project, options)
        self.assertEqual(
            str(refused.exception),
            "Submissions cannot be shut in on this machine: this system has no namespaces; only Linux has.\n"
            "Without that they run with your own rights: one that means harm could read and delete your files.\n"
            "Run this in a virtual machine or container of Linux; or, if you trust the submissions, add --unconfined.",
        )


if __name__ == "__main__":
    unittest.main()
