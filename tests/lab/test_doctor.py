"""What `doctor` notices: each part of a start that can be broken is named, and what to do about it."""

import contextlib
import io
import json
import unittest
from collections import namedtuple
from unittest import mock

import support

from lab import doctor, java, loopback
from lab.problem import Problem

DISK = namedtuple("DISK", "total used free")


class DoctorTest(support.FolderTest):
    def setUp(self):
        super().setUp()
        self.write("environment.yml", "- pip:\n  - jupyterlab==4.0\n")
        self.write(".mvn/wrapper/maven-wrapper.properties", "distributionUrl=https\\://repo/apache-maven-3.9.11-bin.zip\n")
        found = java.Java("PATH", "java", home="/jdk", version="17.0.1")
        for target, result in (("lab.java.named_places", []), ("lab.java.find", (found, []))):
            patch = mock.patch(target, return_value=result)
            patch.start()
            self.addCleanup(patch.stop)

    def report(self):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            code = doctor.report(self.project)
        return code, said.getvalue()

    def test_a_fresh_clone_has_nothing_wrong_and_the_report_says_what_the_start_will_do(self):
        code, said = self.report()
        self.assertEqual(code, 0, said)
        for words in (".venv does not exist yet; python3 lab.py creates it", "not built, or changed since", "no kernelspec yet"):
            self.assertIn(words, said)
        self.assertTrue(said.endswith("\nNothing is wrong.\n"))

    def test_an_incomplete_wrapper_is_wrong(self):
        (self.root / ".mvn/wrapper/maven-wrapper.properties").unlink()
        code, said = self.report()
        self.assertEqual(code, 1)
        self.assertIn("Wrong:\n- The Maven wrapper is incomplete", said)
        self.assertIn("git restore .mvn mvnw mvnw.cmd", said)

    def test_a_full_disk_is_wrong(self):
        with mock.patch("lab.doctor.shutil.disk_usage", return_value=DISK(10**9, 10**9, 5 * 10**6)):
            code, said = self.report()
        self.assertEqual(code, 1)
        self.assertIn("- The disk has 5 MB left; the first start needs about 1000 MB.", said)

    def test_no_java_is_wrong_and_the_other_parts_are_still_reported(self):
        with mock.patch("lab.java.find", side_effect=Problem("No Java was found.", "Install a JDK.")):
            code, said = self.report()
        self.assertEqual(code, 1)
        self.assertIn("- No Java was found.", said)
        self.assertIn("jars ", said)

    def test_ipv4_switched_off_is_wrong(self):
        with mock.patch.object(loopback.socket.socket, "bind", side_effect=OSError(99, "Cannot assign requested address")):
            code, said = self.report()
        self.assertEqual(code, 1)
        self.assertIn("- JupyterLab cannot listen on 127.0.0.1: Cannot assign requested address.", said)

    def test_a_damaged_venv_and_damaged_jars_are_named_with_the_command_that_rebuilds_them(self):
        self.program(".venv/bin/python", "")
        with (
            mock.patch("lab.packages.active", return_value=None),
            mock.patch("lab.packages.ask", return_value={"have": {"jupyterlab": "4.0"}}),
            mock.patch("lab.packages.lacking", return_value=[]),
            mock.patch("lab.packages.damage", return_value=["a.py", "b.py", "c.py", "d.py"]),
            mock.patch("lab.jars.damaged", return_value=["ormlab.jar"]),
        ):
            said = self.report()[1]
        self.assertIn("a.py, b.py, c.py and 1 more; python3 lab.py rebuilds it", said)
        self.assertIn("damaged: ormlab.jar; python3 lab.py builds them again", said)

    def test_the_report_hides_the_name_of_the_home_folder(self):
        self.write(".lab/jars.json", json.dumps({"digest": "0" * 64, "files": [], "sources": ""}))
        with mock.patch("lab.doctor.Path.home", return_value=self.root):
            self.assertNotIn(str(self.root), self.report()[1])


if __name__ == "__main__":
    unittest.main()
