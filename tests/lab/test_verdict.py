"""The cells that `check` reports, by number and reason."""

import unittest

import support  # noqa: F401

from lab.verdict import faults

TEXT = {"cell_type": "markdown", "source": "# Title"}


def cell(value=None, error=None, tagged=False):
    outputs = [{"output_type": "execute_result", "data": {"text/plain": value}, "metadata": {}}] if value else []
    outputs += [{"output_type": "error", "ename": "RuntimeException", "evalue": error, "traceback": []}] if error else []
    tags = ["raises-exception"] if tagged else []
    return {"cell_type": "code", "source": "x", "metadata": {"tags": tags}, "outputs": outputs}


class VerdictTest(unittest.TestCase):
    def reasons(self, stored, got):
        return [(number, what) for number, what, _ in faults([TEXT, stored], [TEXT, got])]

    def test_the_same_output_passes(self):
        self.assertEqual(self.reasons(cell("1"), cell("1")), [])

    def test_a_different_output_is_reported_with_the_number_of_its_cell(self):
        self.assertEqual(self.reasons(cell("1"), cell("2")), [(2, "gave another output")])

    def test_a_cell_that_fails_is_reported_even_if_its_error_is_stored(self):
        self.assertEqual(self.reasons(cell(error="e"), cell(error="e")), [(2, "failed")])

    def test_a_tagged_cell_may_fail_and_must(self):
        self.assertEqual(self.reasons(cell(error="e", tagged=True), cell(error="e", tagged=True)), [])
        self.assertEqual(self.reasons(cell(tagged=True), cell(tagged=True)), [(2, "is tagged raises-exception but did not fail")])

    def test_a_tagged_cell_that_fails_differently_is_reported(self):
        self.assertEqual(self.reasons(cell(error="e", tagged=True), cell(error="f", tagged=True)), [(2, "gave another output")])


if __name__ == "__main__":
    unittest.main()
