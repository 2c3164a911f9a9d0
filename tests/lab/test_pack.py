"""Packs: new exercises are complete, can be checked, and are installed without changing the workbook's."""

import contextlib
import io
import shutil
import subprocess
import sys
import unittest

import support

from lab import pack
from lab.problem import Problem
from lab.project import Project


class PackTest(support.FolderTest):
    def setUp(self):
        super().setUp()
        self.pack = self.root / "my pack"
        self.project.root.joinpath("exercises/catalogue").mkdir(parents=True)
        shutil.copytree(support.ROOT / "exercises/pack/catalogue", self.root / "exercises/pack/catalogue")

    def new(self, number="50.1", name="RecipeBook"):
        with contextlib.redirect_stdout(io.StringIO()):
            return pack.new(self.project, self.pack, number, name)

    def install(self):
        with contextlib.redirect_stdout(io.StringIO()) as said:
            pack.install(self.project, self.pack)
        return said.getvalue()

    def refused(self, call, *arguments):
        with self.assertRaises(Problem) as refused:
            call(*arguments)
        return str(refused.exception)

    def test_a_new_exercise_has_its_number_and_name_everywhere(self):
        self.new()
        folder = self.pack / "catalogue/50.1-recipe-book"
        self.assertIn("class = ch50_pack.RecipeBook", (folder / "exercise.properties").read_text())
        self.assertTrue((folder / "grader/ch50_pack/RecipeBookTest.java").is_file())
        for path in folder.rglob("*"):
            if path.is_file():
                self.assertNotRegex(path.read_text(), "Shelf|ch90|90.1", path)

    def test_numbers_of_the_workbook_and_names_that_java_refuses_are_refused(self):
        self.assertEqual(
            self.refused(self.new, "05.1"),
            "'05.1' is not the number of an exercise of a pack.\nTake one from 50.1 to 99.99: those below are the workbook's.",
        )
        self.assertIn("'recipe' is not the name of a Java class.", self.refused(self.new, "50.1", "recipe"))
        self.assertIn("'../x' is not", self.refused(self.new, "../x"))
        self.assertFalse(self.pack.exists())

    def test_a_number_is_given_once(self):
        self.new()
        self.assertIn("50.1-recipe-book already exists.", self.refused(self.new, "50.1", "Other"))

    def test_an_installed_exercise_is_replaced_by_its_next_version(self):
        self.new()
        self.assertIn('Installed 50.1. In a notebook, grade("50.1") grades it', self.install())
        hints = self.pack / "catalogue/50.1-recipe-book/hints.md"
        hints.write_text("# Hint 1", encoding="utf-8")
        self.install()
        self.assertEqual((self.root / "exercises/catalogue/50.1-recipe-book/hints.md").read_text(), "# Hint 1")

    def test_a_number_that_another_pack_has_is_refused_and_nothing_is_copied(self):
        self.new("50.2", "Other")
        self.new()
        self.write("exercises/catalogue/50.1-song/hints.md", "")
        self.assertIn("50.1-recipe-book cannot be installed: 50.1-song already has the number 50.1.", self.refused(self.install))
        self.assertFalse((self.root / "exercises/catalogue/50.2-other").exists())

    def test_what_is_not_a_pack_is_told(self):
        self.assertIn("is not a pack: it has no folder 'catalogue'.", self.refused(pack.exercises, self.root / "lab"))
        self.write("my pack/catalogue/02.1-country/hints.md", "")
        self.assertIn("'02.1-country' in", self.refused(pack.exercises, self.pack))

    @unittest.skipIf(support.WINDOWS, "links need rights there")
    def test_a_link_in_a_pack_is_refused(self):
        self.new()
        (self.pack / "catalogue/50.1-recipe-book/stub/Other.java").symlink_to("/etc/passwd")
        self.assertIn("Other.java is a link.", self.refused(self.install))


class CheckTest(support.FolderTest):
    """Runs the workbook's own grader."""

    def check(self):
        line = [sys.executable, str(support.ROOT / "lab.py"), "pack", "check", str(self.root / "pack")]
        return subprocess.run(line, capture_output=True, text=True)

    def test_a_new_exercise_keeps_every_rule_until_one_is_broken(self):
        with contextlib.redirect_stdout(io.StringIO()):
            pack.new(Project(support.ROOT), self.root / "pack", "50.1", "RecipeBook")
        done = self.check()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"1 exercise: 1\d rules hold, 0 broken\.\n$")
        (self.root / "pack/catalogue/50.1-recipe-book/hints.md").write_text("# Hint 1\n\nGuess.\n", encoding="utf-8")
        done = self.check()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("  BROKEN  three hints of 80 to 160 words\n", done.stdout)


if __name__ == "__main__":
    unittest.main()
