"""lab.py itself: old Pythons can read it, and it says what it needs."""

import ast
import contextlib
import importlib.util
import io
import os
import socket
import subprocess
import sys
import unittest
from unittest import mock

import support

from lab import command, loopback, opening
from lab.problem import Problem
from lab.project import require_writable

LAB = support.ROOT / "lab.py"


def entry():
    spec = importlib.util.spec_from_file_location("entry", LAB)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class EntryTest(support.FolderTest):
    def test_python_3_6_can_read_it(self):
        ast.parse(LAB.read_text(encoding="utf-8"), feature_version=(3, 6))

    def test_without_ipv4_the_start_says_so(self):
        no_address = OSError(99, "Cannot assign requested address")
        with mock.patch.object(socket.socket, "bind", side_effect=no_address), self.assertRaises(Problem) as caught:
            loopback.require()
        self.assertEqual(caught.exception.what, "JupyterLab cannot listen on 127.0.0.1: Cannot assign requested address.")
        self.assertIn("Switch the loopback interface and IPv4 on", caught.exception.remedy)

    def test_an_old_python_is_named_with_where_to_get_a_newer_one(self):
        module, said = entry(), io.StringIO()
        with mock.patch.object(module, "newer_python", return_value=None), contextlib.redirect_stdout(said):
            self.assertEqual(module.start_with_newer(), 2)
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        self.assertEqual(
            said.getvalue().splitlines()[0],
            f"This workbook needs Python 3.10 or newer; this is Python {version} at {sys.executable}, and no newer one is on PATH.",
        )

    @unittest.skipIf(support.WINDOWS, "the Pythons here are shell scripts")
    def test_a_newer_python_without_venv_is_not_used(self):
        module = entry()
        broken = self.program("bin/python3.14", "exit 1\n")
        with mock.patch.dict(os.environ, PATH=str(broken.parent)):
            self.assertIsNone(module.newer_python())
            works = self.program("bin/python3.12", "exit 0\n")
            self.assertEqual(module.newer_python(), str(works))

    def test_a_folder_that_cannot_be_written_is_named(self):
        self.project.state.write_text("a file where the folder should be")
        with self.assertRaisesRegex(Problem, "lab.py cannot write to .*Übung eins.*: (Not a directory|File exists)"):
            require_writable(self.project)

    def test_a_problem_is_shown_as_its_message_without_a_trace(self):
        words = ["open"]
        env = os.environ | {"JAVA_HOME": "", "PATH": str(self.root), "HOME": str(self.root)}
        with mock.patch("lab.java.usual_places", return_value=[]), mock.patch.dict(os.environ, env, clear=True):
            said = io.StringIO()
            with contextlib.redirect_stderr(said), mock.patch("lab.command.here", return_value=self.project):
                (self.root / "environment.yml").write_text("- pip:\n  - pip==1\n")
                self.assertEqual(command.main(words), 2)
        self.assertIn("No Java was found", said.getvalue())
        self.assertNotIn("Traceback", said.getvalue())

    def test_it_works_from_any_folder(self):
        done = subprocess.run([sys.executable, str(LAB), "--help"], cwd=self.root, stdout=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 0)
        self.assertIn("doctor", done.stdout)

    def test_options_work_with_and_without_open(self):
        for words in (["--port", "9000", "--no-browser"], ["open", "--port", "9000", "--no-browser"]):
            options = command.arguments(words)
            self.assertEqual((options.port, options.browser), (9000, False))
        self.assertEqual((command.arguments([]).port, command.arguments([]).browser), (8888, True))

    def test_the_spare_kernel_can_be_switched_off(self):
        for words, kept in (([], True), (["--no-spare-kernel"], False), (["open", "--no-spare-kernel"], False)):
            options = command.arguments(words)
            line = opening.command(self.project, "python", 8888, True, self.project.own_notebooks, options.spare)
            self.assertEqual(any("SpareKernels" in part for part in line), kept)

    def test_jupyterlab_listens_on_this_machine_only_and_keeps_its_token(self):
        line = " ".join(opening.command(self.project, "python", 8888, True, self.project.own_notebooks))
        self.assertIn("--ServerApp.ip=127.0.0.1", line)
        self.assertNotIn("token", line.lower())


if __name__ == "__main__":
    unittest.main()
