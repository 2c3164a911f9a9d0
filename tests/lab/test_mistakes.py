"""A class's answers are grouped by their mistakes."""

import unittest

import support

from lab import mistakes
from lab.submissions import Grades


def graded(exercise, verdict, *messages, problem=""):
    tasks = [{"task": "A task.", "verdict": verdict, "message": message} for message in messages]
    return {"exercise": exercise, "title": "A title", "verdict": verdict, "tasks": tasks, "problem": problem, "output": ""}


class MistakesTest(support.FolderTest):
    def setUp(self):
        super().setUp()
        self.write("catalogue/01.1-sum/mistakes/times.diff", "2 and 3 came to 6.\nRead again: 01_sums\n\n--- Sum.java\n+++ Sum.java\n")
        self.catalogue = self.root / "catalogue"

    def found(self, **exercises):
        self.grades = [Grades(name, [exercise]) for name, exercise in exercises.items()]
        return mistakes.clusters(self.grades, self.catalogue)

    def test_the_same_message_with_other_values_is_the_same_known_mistake(self):
        found = self.found(
            fred=graded("01.1", "wrong", "2 and 3 came to 6.\nRead again: 01_sums"),
            susan=graded("01.1", "wrong", "2 and 3 came to 8.\nRead again: 01_sums"),
            steve=graded("01.1", "passed", ""),
        )
        self.assertEqual([(one.known, one.names) for one in found], [("times", ["fred", "susan"])])

    def test_one_message_for_two_tasks_counts_once(self):
        found = self.found(fred=graded("01.1", "wrong", "No table.", "No table.", "No column."))
        self.assertEqual([(one.message, one.names) for one in found], [("No table.", ["fred"]), ("No column.", ["fred"])])

    def test_what_is_to_do_is_not_a_mistake(self):
        self.assertEqual(self.found(fred=graded("01.1", "to do", "still to do"), susan=graded("01.1", "not run", "no time")), [])

    def test_the_problem_of_a_whole_answer_is_its_mistake(self):
        found = self.found(fred=graded("01.1", "does not compile", problem="Sum.java, line 3: ';' expected"))
        self.assertEqual([one.message for one in found], ["Sum.java, line 3: ';' expected"])

    def test_the_terminal_lists_shared_mistakes_most_common_first(self):
        found = self.found(
            fred=graded("01.1", "wrong", "A"),
            susan=graded("02.1", "wrong", "B"),
            steve=graded("02.1", "wrong", "B"),
            anna=graded("02.2", "wrong", "C"),
        )
        self.assertEqual(mistakes.summary(found, 4), ["Made most often:", "  2 of 4  02.1: B"])
        self.assertEqual(mistakes.summary(found[1:], 4), [])

    def test_the_file_has_counts_messages_and_names_as_they_are(self):
        found = self.found(**{"a*b": graded("01.1", "wrong", "List<Post> is\nread | twice"), "susan": graded("01.1", "passed", "")})
        mistakes.write_markdown(self.root / "mistakes.md", found, self.grades)
        self.assertEqual(
            (self.root / "mistakes.md").read_text(encoding="utf-8"),
            "# What was wrong, and how often\n\n## 01.1 A title\n\n1 wrong, 1 passed.\n\n"
            "- **1**: List\\<Post\\> is read \\| twice\n  \\\n  a\\*b\n",
        )


if __name__ == "__main__":
    unittest.main()
