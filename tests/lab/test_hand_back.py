"""A teacher's comments reach the learners' workbooks, and no learner can use them to read or overwrite other files."""

import contextlib
import io
import os
import sys
import types
import unittest
from unittest import mock

import support

if not support.WINDOWS:
    sys.path.insert(0, str(support.ROOT / "classroom"))
    import hand_back


@unittest.skipIf(support.WINDOWS, "a class's machine runs Linux")
class HandBackTest(support.FolderTest):
    def handed_back(self):
        user = types.SimpleNamespace(pw_dir=str(self.root / "home"), pw_uid=os.geteuid(), pw_gid=os.getegid())
        said = io.StringIO()
        with mock.patch("hand_back.collect.learners", return_value=["fred"]), mock.patch("hand_back.pwd.getpwnam", return_value=user):
            with contextlib.redirect_stdout(said):
                code = hand_back.main([str(self.root / "answers/week-1")])
        return code, said.getvalue().strip()

    def setUp(self):
        super().setUp()
        self.exercises = self.root / "home" / hand_back.PLACE
        self.exercises.mkdir(parents=True)
        self.there = self.exercises / "comments/week-1.md"

    def test_comments_are_written_next_to_the_answers_under_the_name_of_the_folder(self):
        for text in ("# 02.1\nFine.\n\n# 02.2\nRead it again.\n", "# 02.1 Better\nNow.\n"):
            self.write("answers/week-1/fred/comments.md", text)
            count = text.count("# ")
            self.assertEqual(self.handed_back(), (0, f"fred: {count} comment{'s' if count > 1 else ''}"))
            self.assertEqual(self.there.read_text(), text)
        self.assertEqual([path.name for path in self.there.parent.iterdir()], ["week-1.md"])

    def test_a_learner_without_comments_gets_no_file(self):
        self.write("answers/week-1/fred/ch02_models/Country.java", "class Country {}")
        self.assertEqual(self.handed_back(), (0, "fred: no comments"))
        self.assertFalse(self.there.exists())

    def test_comments_that_name_no_exercise_are_not_handed_back(self):
        self.write("answers/week-1/fred/comments.md", "Well done!\n")
        code, said = self.handed_back()
        self.assertEqual(code, 1)
        self.assertEqual(said, "fred: not handed back. comments.md needs a heading such as '# 02.1' before each comment.")
        self.assertFalse(self.there.exists())

    def test_a_link_that_a_learner_submitted_is_not_read(self):
        secret = self.write("secret.md", "# 02.1\nanother one's\n")
        self.write("answers/week-1/fred/ch02_models/Country.java", "class Country {}")
        (self.root / "answers/week-1/fred/comments.md").symlink_to(secret)
        self.assertEqual(self.handed_back(), (0, "fred: no comments"))

    def test_a_link_in_the_learners_home_is_not_followed(self):
        other = self.write("elsewhere/week-1.md", "mine")
        (self.exercises / "comments").symlink_to(other.parent)
        self.write("answers/week-1/fred/comments.md", "# 02.1\nFine.\n")
        self.assertEqual(self.handed_back(), (1, "fred: the comments could not be written."))
        self.assertEqual(other.read_text(), "mine")

    def test_a_missing_folder_and_an_unknown_group_are_reported(self):
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            self.assertEqual(hand_back.main([str(self.root), "--group", "no-such-group"]), 2)
            with mock.patch("hand_back.collect.learners", return_value=["fred"]):
                self.assertEqual(hand_back.main([str(self.root / "week-9")]), 2)
        self.assertIn("This system has no group 'no-such-group'. Name the class's group with --group.", said.getvalue())
        self.assertIn(f"There is no folder {self.root / 'week-9'}. Name the one that collect.py created.", said.getvalue())


if __name__ == "__main__":
    unittest.main()
