"""How a `db` command starts: in a second JVM, from an archive that the first command leaves next to the jar."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from test_shell import JAR, MODEL


@unittest.skipUnless(JAR.is_file() and shutil.which("javac"), "the jar is not built: ./mvnw package -DskipTests")
class LauncherTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="ormlab launcher "))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.jars = cls.folder / "jars"
        cls.jars.mkdir()
        for jar in JAR.parent.glob("*.jar"):
            os.symlink(jar, cls.jars / jar.name)
        (cls.jars / JAR.name).unlink()
        shutil.copyfile(JAR, cls.jars / JAR.name)
        (cls.folder / "Book.java").write_text(MODEL)
        classes = str(cls.folder / "target" / "classes")
        subprocess.run(["javac", "-cp", f"{JAR.parent}/*", "-d", classes, str(cls.folder / "Book.java")], check=True)
        cls.env = {key: value for key, value in os.environ.items() if not key.startswith(("ORMLAB", "DATABASE"))}

    def setUp(self):
        shutil.rmtree(self.folder / "migrations", ignore_errors=True)
        (self.folder / "data.sqlite").unlink(missing_ok=True)
        for archive in self.archives():
            archive.unlink()
        self.db("init")

    def archives(self):
        return list(self.jars.glob("*.jsa*"))

    def db(self, *words, jvm=()):
        line = ["java", *jvm, "-jar", str(self.jars / JAR.name), "db", *words, "--url", "sqlite:///data.sqlite"]
        done = subprocess.run(line, cwd=self.folder, env=self.env, capture_output=True, text=True, timeout=180)
        if done.returncode == 0:
            self.assertEqual(done.stderr, "")
        return done

    def test_the_first_migrate_leaves_one_archive_and_later_commands_print_the_same(self):
        without = self.db("current").stdout
        self.assertEqual(self.archives(), [])
        self.assertIn("Detected added table 'book'", self.db("migrate", "-m", "books").stdout)
        [archive] = self.archives()
        made = archive.stat().st_mtime_ns
        self.assertEqual(self.db("current").stdout, without)
        self.assertEqual([each.stat().st_mtime_ns for each in self.archives()], [made])

    def test_a_damaged_archive_is_ignored(self):
        self.db("migrate", "-m", "books")
        [archive] = self.archives()
        archive.unlink()
        archive.write_text("not an archive")
        self.assertEqual(self.db("upgrade").returncode, 0)

    def test_an_archive_older_than_the_jar_is_made_again(self):
        self.db("migrate", "-m", "books")
        [archive] = self.archives()
        os.utime(archive, (1, 1))
        self.db("upgrade")
        self.assertGreater(self.archives()[0].stat().st_mtime, 1)

    def test_a_jvm_with_options_runs_the_command_itself(self):
        self.db("migrate", "-m", "books", jvm=["-Dmine=1"])
        self.assertEqual(self.archives(), [])

    def test_the_exit_code_and_the_error_are_those_of_the_command(self):
        done = self.db("upgrade", "no-such-version")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith("Error: "), done.stderr)


if __name__ == "__main__":
    unittest.main()
