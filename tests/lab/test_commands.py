"""The archive of the command line."""

import tempfile
import unittest
from pathlib import Path

import support
from lab import commands
from lab.project import Project

FAKE = """#!/bin/sh
# A JVM that is asked to write an archive, and does or does not.
for word; do case "$word" in -XX:SharedArchiveFile=*) {archive} ;; esac; done
exit {code}
"""


@unittest.skipIf(support.WINDOWS, "the fake JVM is a shell script")
class CommandsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.project = Project(Path(folder.name))
        self.archive = self.project.archives / commands.NAME

    def jvm(self, archive, code):
        file = self.project.root / "java"
        file.write_text(FAKE.format(archive=archive, code=code), encoding="utf-8")
        file.chmod(0o755)
        return file

    def test_the_archive_is_put_in_its_place_whole(self):
        self.assertTrue(commands.make(self.project, self.jvm('printf new > "${word#*=}"', 0)))
        self.assertEqual("new", self.archive.read_text())
        self.assertEqual([self.archive], list(self.project.archives.iterdir()))

    def test_what_fails_leaves_the_old_one(self):
        self.project.archives.mkdir(parents=True)
        self.archive.write_text("old")
        self.assertFalse(commands.make(self.project, self.jvm('printf half > "${word#*=}"', 1)))
        self.assertFalse(commands.make(self.project, self.jvm(":", 0)))
        self.assertFalse(commands.make(self.project, self.project.root / "no-such-java"))
        self.assertEqual("old", self.archive.read_text())


if __name__ == "__main__":
    unittest.main()
