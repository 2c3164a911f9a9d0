"""A test-out: few exercises that cover a chapter's objectives, for readers who know the chapter already."""

import itertools
import json
import unittest
from unittest import mock

import support
from book import CHAPTERS

from lab import command, testing_out
from lab.java import Java
from lab.problem import Problem

JAVA = Java("PATH", "java", home="/jdk", version="25.0.1")


class FewestTest(unittest.TestCase):
    def test_one_exercise_is_enough_if_all_objectives_name_it(self):
        self.assertEqual(testing_out.fewest([["02.1"], ["02.2", "02.1"], ["02.1"]]), ["02.1"])

    def test_an_exercise_that_later_ones_make_superfluous_is_left_out(self):
        self.assertEqual(testing_out.fewest([["1.1", "1.2"], ["1.1", "1.3"], ["1.2"], ["1.3"]]), ["1.2", "1.3"])

    def test_the_order_is_that_of_the_numbers(self):
        self.assertEqual(testing_out.fewest([["04.10"], ["04.9"]]), ["04.9", "04.10"])


class ChaptersTest(unittest.TestCase):
    def test_each_chapter_has_one_that_covers_its_objectives_and_no_smaller_one_does(self):
        project = mock.Mock(root=support.ROOT)
        for name in (name for name in CHAPTERS if name != "00_start_here"):
            with self.subTest(name):
                chapter, objectives = testing_out.chapter_of(project, name.partition("_")[0])
                chosen = testing_out.fewest(objectives)
                self.assertEqual(chapter, name.partition("_")[0])
                self.assertTrue(all(set(objective) & set(chosen) for objective in objectives))
                known = sorted({id for objective in objectives for id in objective})
                for fewer in itertools.combinations(known, len(chosen) - 1):
                    self.assertFalse(all(set(objective) & set(fewer) for objective in objectives), fewer)


class CommandTest(support.FolderTest):
    def setUp(self):
        super().setUp()
        text = "# Tables\n\n**You will be able to**\n\n- store (exercise 02.4)\n- drop (02.4, 02.5)\n- know\n\n**Minutes:** 5"
        for name in ("02b_tables", "12_glossary"):
            cells = [{"cell_type": "markdown", "source": [text if name == "02b_tables" else "# Glossary"]}]
            self.write(f"notebooks/{name}.ipynb", json.dumps({"cells": cells}))

    def started(self, wanted):
        with mock.patch("lab.command.here", return_value=self.project), mock.patch("lab.setup.ensure_library", return_value=JAVA):
            with mock.patch.object(testing_out.subprocess, "call", return_value=1) as call, mock.patch("builtins.print") as said:
                self.assertEqual(command.main(["test-out", wanted]), 1)
        line = call.call_args.args[0]
        return line[line.index(testing_out.PROGRAM) + 1 :], said.call_args.args[0]

    def test_the_chapter_and_its_exercises_reach_the_program(self):
        said = "1 exercise for the 2 objectives of chapter 02b, without hints."
        for wanted in ("02b", "2b"):
            self.assertEqual(self.started(wanted), ([str(self.root), "02b", "02.4"], said))

    def test_a_chapter_without_objectives_is_refused_with_those_that_have_some(self):
        for wanted in ("12", "77", "tables"):
            with self.assertRaises(Problem) as refused:
                testing_out.chapter_of(self.project, wanted)
            self.assertEqual(str(refused.exception), f"No chapter {wanted} has objectives to test.\nThere are: 02b.")


if __name__ == "__main__":
    unittest.main()
