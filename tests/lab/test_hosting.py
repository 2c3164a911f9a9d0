"""Where another Jupyter opens the workbook: the files that Binder and a development container read."""

import io
import json
import os
import re
import subprocess
import unittest
from unittest import mock

import support

from lab import hosting
from lab.problem import Problem

CONTAINER = support.ROOT / ".devcontainer" / "devcontainer.json"
BINDER = support.ROOT / "postBuild"


class FilesOfOthersTest(unittest.TestCase):
    def modules(self, text):
        """Return the modules that a command starts; each must exist."""
        return re.findall(r"-m (lab\.\w+) ", text)

    def test_the_container_s_file_is_json_and_its_command_exists(self):
        container = json.loads(CONTAINER.read_text(encoding="utf-8"))
        self.assertEqual(self.modules(container["postCreateCommand"]), ["lab.hosting"])
        self.assertIn(":1-17", container["image"])  # The JDK of environment.yml.
        self.assertIn("openjdk=17", (support.ROOT / "environment.yml").read_text(encoding="utf-8"))
        self.assertEqual(container["forwardPorts"], [8888])

    def test_binder_s_file_is_sound_and_its_command_exists(self):
        self.assertEqual(self.modules(BINDER.read_text(encoding="utf-8")), ["lab.hosting"])
        # A folder with this name would hide environment.yml from Binder.
        self.assertFalse((support.ROOT / ".binder").exists() or (support.ROOT / "binder").exists())

    @unittest.skipIf(support.WINDOWS, "Binder runs on Linux")
    def test_binder_s_file_can_be_run_and_says_what_it_is_for_elsewhere(self):
        self.assertTrue(os.access(BINDER, os.X_OK))
        env = {name: value for name, value in os.environ.items() if name != "NB_PYTHON_PREFIX"}
        done = subprocess.run([BINDER], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("This is for Binder", done.stdout)


class HostingTest(support.FolderTest):
    def test_without_a_folder_it_asks_for_one(self):
        with mock.patch("sys.stderr", io.StringIO()) as said:
            self.assertEqual(hosting.main([]), 2)
            self.assertEqual(hosting.main(["-Xmx1g"]), 2)
        self.assertIn("Name the Jupyter data folder", said.getvalue())

    def prepared(self, made):
        """Prepare with everything slow replaced; `made` says whether the archive gets created."""
        wanted = self.root / "one.jsa"
        ready = mock.Mock(archive=wanted, python="python")
        ready.java = mock.Mock(executable="/jdk/bin/java", feature=17, home="/jdk")
        making = mock.Mock(wait=lambda: wanted.write_text("") if made else None)
        with (
            mock.patch.object(hosting.setup, "ensure", return_value=ready),
            mock.patch.object(hosting.archive, "start_making", return_value=making),
            mock.patch.object(hosting.kernel, "jjava", return_value=self.root / "jjava.jar"),
        ):
            hosting.prepare(self.project, self.root / "data", ["-Xmx384m"])
        return json.loads((self.root / "data" / "kernels" / "java" / "kernel.json").read_text())

    def test_the_kernel_has_the_flags_and_the_archive(self):
        argv = self.prepared(made=True)["argv"]
        self.assertIn("-Xmx384m", argv)
        self.assertIn(f"-XX:SharedArchiveFile={self.root / 'one.jsa'}", argv)
        self.assertLess(argv.index("-Xmx384m"), argv.index("-cp"))

    def test_an_archive_that_was_not_made_is_a_problem_with_its_log(self):
        with self.assertRaisesRegex(Problem, "no start-up archive for the kernel at .*one.jsa.\n.*making.log"):
            self.prepared(made=False)


if __name__ == "__main__":
    unittest.main()
