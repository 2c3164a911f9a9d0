"""Markers are complete or missing; a hash changes with every change."""

import unittest

import support

from lab import stored


class StoredTest(support.FolderTest):
    def test_a_marker_is_recalled_as_it_was_remembered(self):
        stored.remember(self.root / "a" / "m.json", {"ü": [1, 2]})
        self.assertEqual(stored.recall(self.root / "a" / "m.json"), {"ü": [1, 2]})

    def test_a_truncated_marker_counts_as_missing(self):
        self.assertIsNone(stored.recall(self.write("m.json", '{"pins": ')))
        self.assertIsNone(stored.recall(self.root / "none.json"))

    def test_a_failing_write_leaves_the_old_text(self):
        path = self.write("m.json", "old")
        with self.assertRaises(TypeError):
            stored.write_whole(path, None)
        self.assertEqual(path.read_text(), "old")

    def test_a_hash_changes_with_content_name_and_number_of_files(self):
        a = self.write("a", "1")
        first = stored.digest([a], self.root)
        self.write("a", "2")
        changed = stored.digest([a], self.root)
        b = a.rename(self.root / "b")
        renamed = stored.digest([b], self.root)
        more = stored.digest([b, self.write("c", "")], self.root)
        self.assertEqual(len({first, changed, renamed, more}), 4)

    def test_a_hash_does_not_depend_on_the_order(self):
        files = [self.write("a", "1"), self.write("b", "2")]
        self.assertEqual(stored.digest(files, self.root), stored.digest(files[::-1], self.root))


if __name__ == "__main__":
    unittest.main()
