"""The order in which cells are run again."""

import unittest

import support  # noqa: F401

from lab.again import is_check, once_more, stumbling


def cells(kinds):
    """A `c` is a code cell, a `#` a heading, a `t` other text."""
    return [
        {"cell_type": "code" if kind == "c" else "markdown", "source": "## Title" if kind == "#" else "text", "outputs": []}
        for kind in kinds
    ]


class AgainTest(unittest.TestCase):
    def test_each_cell_runs_twice_and_every_third_one_leads_back_by_two(self):
        self.assertEqual(stumbling(cells("ctcc")), [0, 0, 2, 2, 3, 3, 0, 2, 3])
        self.assertEqual(stumbling(cells("ccccccc")), [0, 0, 1, 1, 2, 2, 0, 1, 2, 3, 3, 4, 4, 5, 5, 3, 4, 5, 6, 6])

    def test_a_step_back_stays_in_its_section(self):
        self.assertEqual(stumbling(cells("cc#cc")), [0, 0, 1, 1, 3, 3, 4, 4])

    def test_a_step_back_does_not_pass_a_class_that_is_redefined(self):
        chapter = cells("ccccc")
        chapter[0]["source"] = chapter[2]["source"] = "@Entity\nclass User {\n    class Inner {}\n}"
        self.assertEqual(stumbling(chapter), [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 2, 3, 4])

    def test_imports_and_grades_are_left_out(self):
        chapter = cells("cccc")
        chapter[3]["source"] = 'grade("02.1")'
        chapter[0]["source"] = "%classpath ../lib/*.jar"
        chapter[1]["source"] = "import java.util.*;\nimport static java.lang.Math.*;"
        self.assertEqual(stumbling(chapter), [2, 2])

    def test_a_check_says_true_and_nothing_else(self):
        value = {"output_type": "execute_result", "data": {"text/plain": "true"}}
        self.assertTrue(is_check({"outputs": [value]}))
        self.assertFalse(is_check({"outputs": [{"output_type": "stream", "name": "stdout", "text": "so"}, value]}))
        self.assertFalse(is_check({"outputs": []}))

    def test_a_class_finds_what_it_waited_for_the_second_time(self):
        class Client:
            def execute_cell(self, cell, index):
                cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": said[index]}]

        waits = "User waits for Role. If that is a typo or an import is missing, correct it and run this cell again.\n"
        chapter = cells("cc")
        chapter[0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": [waits, "made\n"]}]
        chapter[1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": [waits]}]
        said = ["made\n", ""]
        self.assertEqual(once_more(Client(), {"cells": chapter}), [])
        said = ["made\n", "something else\n"]
        self.assertEqual([number for number, _, _ in once_more(Client(), {"cells": chapter})], [2])


if __name__ == "__main__":
    unittest.main()
