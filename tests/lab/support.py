"""What the tests of lab.py share: the project on the path, a separate folder, fake javas."""

import io
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from lab.project import Project  # noqa: E402

WINDOWS = sys.platform == "win32"


class FolderTest(unittest.TestCase):
    """Has an empty project folder for each test, whose name contains a space and an umlaut."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = (Path(holder.name) / "Übung eins").resolve()
        self.root.mkdir()
        self.project = Project(self.root)
        quiet = mock.patch("sys.stdout", io.StringIO())
        quiet.start()
        self.addCleanup(quiet.stop)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def program(self, name, lines):
        """Write a shell script that can be run as a program."""
        path = self.write(name, "#!/bin/sh\n" + lines)
        path.chmod(0o755)
        return path

    def fake_jdk(self, name, version, modules="java.base jdk.compiler jdk.jshell", javac=True):
        """Create a folder whose bin/java answers like a JDK of this version; return the folder."""
        home = self.root / name
        said = f"    java.home = {home}\n    java.version = {version}\n    java.vendor = Fake\n    java.vm.version = {version}+1\n"
        said += "".join(f"{module}@{version}\n" for module in modules.split())
        self.program(f"{name}/bin/java", f"cat <<'END'\n{said}END\n")
        if javac:
            self.program(f"{name}/bin/javac", "exit 0\n")
        return home
