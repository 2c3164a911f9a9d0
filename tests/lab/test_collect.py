"""An instructor collects answers: plain Java files of a sensible size, and nothing that a learner could smuggle in."""

import importlib.util
import os
import types
import unittest

import support

_spec = importlib.util.spec_from_file_location("collect", support.ROOT / "classroom" / "collect.py")
collect = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(collect)


@unittest.skipIf(support.WINDOWS, "a class's machine runs Linux")
class CollectTest(support.FolderTest):
    def collected(self):
        learner = types.SimpleNamespace(pw_dir=str(self.root / "home"), pw_uid=os.geteuid(), pw_gid=os.getegid())
        count = collect.collect(learner, self.root / "out")
        found = sorted(path.relative_to(self.root / "out").as_posix() for path in (self.root / "out").rglob("*") if path.is_file())
        self.assertEqual(max(count, 0), len(found))
        return found

    def test_answers_come_and_nothing_else(self):
        self.write("secret.java", "another one's")
        answer = self.write(f"home/{collect.PLACE}/ch02_models/Country.java", "class Country {}")
        self.write(f"home/{collect.PLACE}/ch02_models/notes.txt", "mine")
        self.write(f"home/{collect.PLACE}/ch02_models/Giant.java", "x" * (collect.MOST_BYTES + 1))
        (answer.parent / "Link.java").symlink_to(self.root / "secret.java")
        os.link(answer, answer.parent / "Twin.java")
        self.assertEqual(self.collected(), ["ch02_models/Country.java", "ch02_models/Twin.java"])

    def test_a_link_instead_of_the_folder_of_a_chapter_leads_nowhere(self):
        self.write("elsewhere/Country.java", "another one's")
        place = self.root / "home" / collect.PLACE
        place.mkdir(parents=True)
        (place / "ch02_models").symlink_to(self.root / "elsewhere")
        self.assertEqual(self.collected(), [])

    def test_who_has_no_answers_yet_is_no_error(self):
        self.assertEqual(self.collected(), [])


if __name__ == "__main__":
    unittest.main()
