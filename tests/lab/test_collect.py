"""An instructor collects answers: plain Java files of reasonable size, and nothing that a learner could smuggle in."""

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

    def test_only_answers_are_collected(self):
        self.write("secret.java", "another one's")
        answer = self.write(f"home/{collect.PLACE}/ch02_models/Country.java", "class Country {}")
        self.write(f"home/{collect.PLACE}/ch02_models/notes.txt", "mine")
        self.write(f"home/{collect.PLACE}/ch02_models/Giant.java", "x" * (collect.MOST_BYTES + 1))
        (answer.parent / "Link.java").symlink_to(self.root / "secret.java")
        os.link(answer, answer.parent / "Twin.java")
        self.assertEqual(self.collected(), ["ch02_models/Country.java", "ch02_models/Twin.java"])

    def test_a_link_in_place_of_a_chapter_s_folder_is_not_followed(self):
        self.write("elsewhere/Country.java", "another one's")
        place = self.root / "home" / collect.PLACE
        place.mkdir(parents=True)
        (place / "ch02_models").symlink_to(self.root / "elsewhere")
        self.assertEqual(self.collected(), [])

    def test_a_link_in_place_of_the_whole_folder_is_not_followed(self):
        self.write("elsewhere/src/main/java/ch02_models/Country.java", "another one's")
        (self.root / "home/ormlab").mkdir(parents=True)
        (self.root / "home/ormlab/exercises").symlink_to(self.root / "elsewhere")
        self.assertEqual(self.collected(), [])

    def test_a_sparse_file_of_terabytes_a_pipe_and_very_deep_folders_do_not_stop_the_collection(self):
        answer = self.write(f"home/{collect.PLACE}/ch02_models/Country.java", "class Country {}")
        with open(answer.parent / "Huge.java", "wb") as huge:
            huge.truncate(2**42)
        os.mkfifo(answer.parent / "Pipe.java")
        deep = os.open(answer.parent, os.O_RDONLY)
        for _ in range(60):  # some 9,000 bytes, longer than any path may be
            os.mkdir("d" * 150, dir_fd=deep)
            inner = os.open("d" * 150, os.O_RDONLY, dir_fd=deep)
            os.close(deep)
            deep = inner
        os.close(os.open("Deep.java", os.O_CREAT | os.O_WRONLY, dir_fd=deep))
        os.close(deep)
        self.assertEqual(self.collected(), ["ch02_models/Country.java"])

    def test_names_that_reports_cannot_show_are_left_out(self):
        self.write(f"home/{collect.PLACE}/ch02_models/Country.java", "class Country {}")
        place = os.fsencode(self.root / "home" / collect.PLACE)
        for name in (b"Latin\xe9.java", b"Line\nbreak.java", b"Esc\x1b[2J.java"):
            with open(os.path.join(place, name), "wb"):
                pass
        self.assertEqual(self.collected(), ["ch02_models/Country.java"])

    def test_the_total_size_of_answers_is_limited(self):
        for number in range(40):
            self.write(f"home/{collect.PLACE}/ch02_models/File{number:02}.java", "x" * collect.MOST_BYTES)
        self.assertEqual(len(self.collected()), 32)

    def test_a_learner_without_answers_is_not_an_error(self):
        self.assertEqual(self.collected(), [])


if __name__ == "__main__":
    unittest.main()
