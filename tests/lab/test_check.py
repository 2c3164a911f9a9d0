"""`check`, really run on small notebooks. Skipped until lab.py has set the project up."""

import json
import subprocess
import unittest

import support

from lab import form, kernel, packages, project

HERE = project.here()
PYTHON = packages.python_of(HERE.venv)


def code(source, *values, tags=()):
    outputs = [{"output_type": "execute_result", "data": {"text/plain": value}, "metadata": {}} for value in values]
    return {"cell_type": "code", "metadata": {"tags": list(tags)} if tags else {}, "source": source, "outputs": outputs}


@unittest.skipUnless((HERE.kernels / "kernels").exists() and PYTHON.exists(), "python3 lab.py has not been run yet")
class CheckTest(support.FolderTest):
    def check(self, *words):
        env = kernel.environment(HERE) | {"PYTHONPATH": str(HERE.root), "PYTHONUTF8": "1"}
        line = [str(PYTHON), "-m", "lab.checking", *map(str, words)]
        done = subprocess.run(line, env=env, stdout=subprocess.PIPE, encoding="utf-8")
        return done.returncode, done.stdout

    def notebook(self, name, *cells):
        return self.write(name, json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))

    def test_a_right_notebook_passes_and_a_wrong_one_shows_cell_and_difference(self):
        right = self.notebook("right.ipynb", code('var word = "grün";\nword', "grün"), code("1 / 0", tags=["raises-exception"]))
        self.assertEqual(self.check("--write", right)[0], 0)
        text = right.read_text(encoding="utf-8")
        self.assertEqual(text, form.text(json.loads(text)))
        wrong = self.write("wrong.ipynb", text.replace('"grün"\n', '"rot"\n'))
        status, said = self.check("--form", right, wrong)
        self.assertEqual(status, 1)
        self.assertIn("right.ipynb: passed", said)
        self.assertIn('wrong.ipynb, cell 1 (var word = "grün";) gave another output', said)
        self.assertIn("    -rot\n    +grün\n", said)
        self.assertRegex(said.splitlines()[-1], r"^2 notebooks: 1 passed, 1 failed \(\d+ s\)$")

    def test_a_kernel_that_ends_and_an_invalid_notebook_are_reported(self):
        ends = self.notebook("ends.ipynb", code("System.exit(3)"))
        status, said = self.check(ends, self.write("none.ipynb", "{"))
        self.assertEqual(status, 1)
        self.assertIn("ends.ipynb: not run to its end: ", said)
        self.assertIn("none.ipynb: cannot be read as a notebook: ", said)

    def test_a_failing_notebook_is_not_stored(self):
        fails = self.notebook("fails.ipynb", code("int x = 1 / 0;"))
        before = fails.read_text()
        self.assertEqual(self.check("--write", fails)[0], 1)
        self.assertEqual(fails.read_text(), before)

    def test_cells_that_are_not_safe_to_run_again_are_reported(self):
        """All notebooks are checked at once, because each start of a kernel takes seconds."""
        names = code("import java.util.*;\nvar names = new TreeSet<String>();")
        add = code('if (!names.add("fred")) throw new IllegalStateException("fred is taken");\nnames.add("steve" + names.size());')
        taken = self.notebook("taken.ipynb", names, add, code("names.size() == 2", "true"))
        grows = self.notebook("grows.ipynb", code("int count = 0;"), code("count++;"), code("count == 1", "true"))
        fresh = code('import java.util.*;\nvar names = new TreeSet<String>(List.of("fred"));')
        meant = code('if (!names.add("fred")) throw new IllegalStateException();', tags=["raises-exception"])
        safe = self.notebook("safe.ipynb", fresh, meant, code("names.size() == 1", "true"))
        found = code('var file = java.nio.file.Path.of("left.txt");\njava.nio.file.Files.exists(file)', "false")
        left = self.notebook("left.ipynb", found, code('java.nio.file.Files.writeString(file, "left behind");'))
        self.assertEqual(self.check("--write", taken, grows, safe, left)[0], 0)

        status, said = self.check("--again", taken, left)
        self.assertEqual(status, 1)
        self.assertIn("taken.ipynb: passed", said)
        self.assertIn('cell 1 (var file = java.nio.file.Path.of("left.txt");) gave another output when cells were run again', said)

        status, said = self.check("--stumble", taken, grows, safe)
        self.assertEqual(status, 1)
        self.assertIn("safe.ipynb: passed", said)
        self.assertRegex(said, r"taken.ipynb, cell 2 \(if .*\) failed when cells were run again, in this order: … .*1 1 2 2\n")
        self.assertIn("fred is taken", said)
        self.assertRegex(said, r"cell 3 \(count == 1\) is a check and did not print true when cells were run again, in this order: … ")


if __name__ == "__main__":
    unittest.main()
