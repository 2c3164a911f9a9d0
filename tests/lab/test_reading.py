"""The reader's notebooks follow the workbook until they are changed; then nothing overwrites them, not even a git pull."""

import hashlib
import json
import os
import shutil
import subprocess
import unittest

import support

from lab import reading
from lab.project import Project


def notebook(*sources, output="", count=None):
    """Return the text of a notebook with these code cells."""
    outputs = [{"output_type": "stream", "name": "stdout", "text": output}] if output else []
    cells = [
        {"cell_type": "code", "id": f"c{i}", "metadata": {}, "source": source, "outputs": outputs, "execution_count": count}
        for i, source in enumerate(sources)
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


class ReadingTest(support.FolderTest):
    def setUp(self):
        super().setUp()
        self.said = []
        self.original("first")
        self.lay_out()

    def original(self, *sources, name="02_models.ipynb", **more):
        self.write(f"notebooks/{name}", notebook(*sources, **more))

    def mine(self, *sources, name="02_models.ipynb", **more):
        self.write(f"my_notebooks/{name}", notebook(*sources, **more))

    def lay_out(self):
        self.said.clear()
        reading.lay_out(self.project, self.said.append)

    def sources(self, name="02_models.ipynb"):
        return ["".join(cell["source"]) for cell in json.loads((self.root / "my_notebooks" / name).read_text("utf-8"))["cells"]]

    def names(self):
        return sorted(path.name for path in (self.root / "my_notebooks").iterdir() if path.name != reading.RECORD)

    def test_the_first_start_silently_lays_out_notebooks_and_the_files_next_to_them(self):
        self.original("other", name="03_sessions.ipynb")
        self.write("notebooks/data/people.csv", "fred\n")
        self.lay_out()
        self.assertEqual(self.names(), ["02_models.ipynb", "03_sessions.ipynb", "data"])
        self.assertEqual((self.root / "my_notebooks/data/people.csv").read_text(), "fred\n")
        self.assertEqual(self.said, [])

    def test_databases_and_secrets_that_cells_made_are_not_laid_out(self):
        for name in ("data.sqlite", "data.sqlite-wal", ".env", "playground/x.txt", ".ipynb_checkpoints/02_models.ipynb"):
            self.write(f"notebooks/{name}", "")
        self.lay_out()
        self.assertEqual(self.names(), ["02_models.ipynb"])

    def test_a_copy_has_the_cells_of_its_original_but_not_its_outputs(self):
        self.original("predict(2)", output="2 statements", name="05_relationships.ipynb")
        self.lay_out()
        (cell,) = json.loads((self.root / "my_notebooks/05_relationships.ipynb").read_text("utf-8"))["cells"]
        self.assertEqual((cell["source"], cell["outputs"], cell["execution_count"]), (["predict(2)"], [], None))
        self.assertIn("2 statements", (self.root / "notebooks/05_relationships.ipynb").read_text("utf-8"))

    def test_new_outputs_of_an_original_do_not_change_what_the_reader_ran(self):
        self.mine("first", output="my own run", count=7)
        self.original("first", output="another run")
        self.lay_out()
        self.assertIn("my own run", (self.root / "my_notebooks/02_models.ipynb").read_text("utf-8"))

    def test_copies_of_the_first_edition_lose_their_stored_outputs_at_the_next_start(self):
        stored = notebook("first", output="the answer")
        self.write("my_notebooks/02_models.ipynb", stored)
        self.write("notebooks/02_models.ipynb", stored)
        record = json.loads((self.root / "my_notebooks" / reading.RECORD).read_text("utf-8"))
        record["02_models.ipynb"]["whole"] = hashlib.sha256(stored.encode()).hexdigest()
        self.write(f"my_notebooks/{reading.RECORD}", json.dumps(record))
        self.lay_out()
        self.assertNotIn("the answer", (self.root / "my_notebooks/02_models.ipynb").read_text("utf-8"))

    def test_a_damaged_original_is_copied_as_it_is(self):
        self.write("notebooks/03_sessions.ipynb", '{"cells": ')
        self.lay_out()
        self.assertEqual((self.root / "my_notebooks/03_sessions.ipynb").read_text(), '{"cells": ')

    def test_a_second_start_writes_nothing(self):
        before = {path: path.stat().st_mtime_ns for path in (self.root / "my_notebooks").iterdir()}
        self.lay_out()
        self.assertEqual({path: path.stat().st_mtime_ns for path in (self.root / "my_notebooks").iterdir()}, before)

    def test_a_notebook_that_was_only_run_is_updated_with_its_original(self):
        self.mine("first", output="1 row", count=7)
        self.lay_out()
        self.assertIn("1 row", (self.root / "my_notebooks/02_models.ipynb").read_text())
        self.original("second")
        self.lay_out()
        self.assertEqual(self.sources(), ["second"])
        self.assertEqual(self.said, ["my_notebooks/02_models.ipynb: updated; you had not changed it."])

    def test_a_changed_notebook_stays_and_the_new_one_is_put_next_to_it(self):
        self.mine("first", "my own cell")
        before = (self.root / "my_notebooks/02_models.ipynb").read_bytes()
        self.original("second")
        self.lay_out()
        self.assertEqual((self.root / "my_notebooks/02_models.ipynb").read_bytes(), before)
        self.assertEqual(self.sources("02_models.new.ipynb"), ["second"])
        self.assertEqual(
            self.said,
            [
                "my_notebooks/02_models.ipynb: you changed it, so it stays as it is. The new one is next to it: 02_models.new.ipynb.",
                "  To take the new one, delete or rename 02_models.ipynb and start again.",
            ],
        )

    def test_a_new_original_is_offered_once(self):
        self.mine("mine")
        self.original("second")
        self.lay_out()
        (self.root / "my_notebooks/02_models.new.ipynb").unlink()
        self.lay_out()
        self.assertEqual((self.names(), self.said), (["02_models.ipynb"], []))

    def test_deleting_the_changed_notebook_brings_the_new_one_and_removes_the_offer(self):
        self.mine("mine")
        self.original("second")
        self.lay_out()
        (self.root / "my_notebooks/02_models.ipynb").unlink()
        self.lay_out()
        self.assertEqual(self.names(), ["02_models.ipynb"])
        self.assertEqual(self.sources(), ["second"])

    def test_a_changed_offer_stays_when_the_next_one_comes(self):
        self.mine("mine")
        self.original("second")
        self.lay_out()
        self.mine("second", "worked on", name="02_models.new.ipynb")
        self.original("third")
        self.lay_out()
        self.assertEqual(self.names(), ["02_models.ipynb", "02_models.new-2.ipynb", "02_models.new.ipynb"])
        self.assertEqual(self.sources("02_models.new.ipynb"), ["second", "worked on"])
        self.assertEqual(self.sources("02_models.new-2.ipynb"), ["third"])

    def test_an_untouched_offer_is_replaced_by_the_next_one(self):
        self.mine("mine")
        for version in ("second", "third"):
            self.original(version)
            self.lay_out()
        self.assertEqual(self.names(), ["02_models.ipynb", "02_models.new.ipynb"])
        self.assertEqual(self.sources("02_models.new.ipynb"), ["third"])

    def test_without_its_record_nothing_is_overwritten(self):
        self.mine("mine")
        (self.root / "my_notebooks" / reading.RECORD).write_text("{ cut o")
        self.lay_out()
        self.assertEqual(self.sources(), ["mine"])
        self.assertEqual(self.sources("02_models.new.ipynb"), ["first"])

    def test_a_damaged_notebook_counts_as_changed(self):
        (self.root / "my_notebooks/02_models.ipynb").write_text('{"cells": ')
        self.original("second")
        self.lay_out()
        self.assertEqual((self.root / "my_notebooks/02_models.ipynb").read_text(), '{"cells": ')

    def test_a_notebook_that_left_the_workbook_is_removed_unless_it_was_changed(self):
        self.original("other", name="03_sessions.ipynb")
        self.lay_out()
        self.mine("mine", name="03_sessions.ipynb")
        for name in ("02_models.ipynb", "03_sessions.ipynb"):
            (self.root / "notebooks" / name).unlink()
        self.lay_out()
        self.assertEqual(self.names(), ["03_sessions.ipynb"])
        self.assertEqual(self.said, ["my_notebooks/03_sessions.ipynb: no longer part of the workbook; you changed it, so it stays."])


@unittest.skipUnless((support.ROOT / ".git").exists() and shutil.which("git"), "this is not a clone")
class PullTest(support.FolderTest):
    """Two real clones of this project: the workbook's, and that of a reader, who pulls."""

    def setUp(self):
        super().setUp()
        self.upstream, self.reader = self.root / "upstream", self.root / "reader"
        self.git(None, "clone", "-q", support.ROOT, self.upstream)
        self.git(self.upstream, "checkout", "-q", "-B", "main")
        (self.upstream / ".gitignore").write_text((support.ROOT / ".gitignore").read_text())
        self.commit("this checkout's own rules")
        self.git(None, "clone", "-q", self.upstream, self.reader)
        self.project = Project(self.reader)

    def git(self, folder, *words):
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ["-c", "user.name=fred", "-c", "user.email=fred@example.com"]
        done = subprocess.run(
            ["git", *who, *map(str, words)], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def commit(self, message):
        self.git(self.upstream, "add", "-A")
        self.git(self.upstream, "commit", "-q", "--allow-empty", "-m", message)

    def change(self, path):
        """Add a cell to a notebook, as an author or a reader does."""
        content = json.loads(path.read_text(encoding="utf-8"))
        content["cells"].append({"cell_type": "markdown", "id": "more", "metadata": {}, "source": f"{path.parent.name}"})
        path.write_text(json.dumps(content, indent=1), encoding="utf-8")

    def test_a_pull_causes_no_conflict_and_loses_nothing(self):
        own = reading.lay_out(self.project)
        self.change(own / "02_models.ipynb")
        mine = (own / "02_models.ipynb").read_bytes()
        answer = self.reader / "exercises/src/main/java/ch02_models/Country.java"
        progress = self.reader / "exercises/.progress/02.1.properties"
        for path in (answer, progress):
            path.parent.mkdir(parents=True)
            path.write_text(f"my {path.name}")
        self.assertEqual(self.git(self.reader, "status", "--porcelain"), "")

        for name in ("01_configuration.ipynb", "02_models.ipynb"):
            self.change(self.upstream / "notebooks" / name)
        stub = next((self.upstream / "exercises/catalogue").glob("02.1-*/stub/Country.java"))
        stub.write_text(stub.read_text() + "// changed\n")
        self.commit("a new edition")
        self.git(self.reader, "pull", "-q", "--ff-only")
        said = []
        reading.lay_out(self.project, said.append)

        self.assertEqual(self.git(self.reader, "status", "--porcelain"), "")
        self.assertEqual((own / "02_models.ipynb").read_bytes(), mine)
        self.assertEqual(answer.read_text(), "my Country.java")
        self.assertEqual(progress.read_text(), "my 02.1.properties")
        for name in ("01_configuration.ipynb", "02_models.new.ipynb"):
            original = self.reader / "notebooks" / name.replace(".new", "")
            self.assertEqual((own / name).read_bytes(), reading.without_outputs(original))
        self.assertEqual(len(said), 3, said)

    def test_the_class_path_cell_means_the_same_jars_from_both_folders(self):
        own = reading.lay_out(self.project)
        for folder in (own, self.project.notebooks):
            self.assertEqual((folder / "../lib/target/workbook").resolve(), self.project.jars)


if __name__ == "__main__":
    unittest.main()
