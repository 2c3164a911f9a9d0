"""What `check` considers a different output, and what it does not."""

import unittest

import support  # noqa: F401

from lab.outputs import difference


def result(text, html=None):
    return {"output_type": "execute_result", "data": {"text/plain": text} | ({"text/html": html} if html else {}), "metadata": {}}


def stream(text, name="stdout"):
    return {"output_type": "stream", "name": name, "text": text}


def error(value, *trace):
    return {"output_type": "error", "ename": "RuntimeException", "evalue": value, "traceback": list(trace)}


class OutputsTest(unittest.TestCase):
    def same(self, stored, got):
        self.assertEqual(difference(stored, got), [])

    def test_a_wrong_value_is_shown_with_both_sides(self):
        self.assertEqual(
            difference([result("[fred, steve]")], [result("[steve, fred]")]),
            ["--- stored", "+++ this run", "@@ -1,2 +1,2 @@", " [execute_result text/plain]", "-[fred, steve]", "+[steve, fred]"],
        )

    def test_a_difference_in_html_alone_is_found(self):
        self.assertIn("-<b>1</b>", difference([result("1", "<b>1</b>")], [result("1", "<i>1</i>")]))

    def test_the_port_of_a_page_that_a_cell_serves_does_not_count_but_its_text_does(self):
        one, two = (f"<iframe src='http://127.0.0.1:{port}/'></iframe>" for port in (41001, 41002))
        self.same([result("200")], [result("200", one)])
        self.same([result("200", two)], [result("200", one)])
        self.assertTrue(difference([result("200")], [result("404", one)]))

    def test_a_missing_and_an_unexpected_output_are_found(self):
        self.assertTrue(difference([result("1")], []))
        self.assertTrue(difference([], [result("1")]))

    def test_output_to_another_stream_is_found(self):
        self.assertTrue(difference([stream("x")], [stream("x", "stderr")]))

    def test_a_changed_number_in_a_snippet_s_line_is_found(self):
        self.assertTrue(difference([error("at (#12:1)")], [error("at (#12:2)")]))

    def test_pieces_of_a_stream_are_one_text(self):
        self.same([stream("ab\nc")], [stream("a"), stream(["b\n", "c"])])

    def test_text_stored_in_lines_is_the_same_text(self):
        self.same([result(["a\n", "b"])], [result("a\nb")])

    def test_colours_snippet_numbers_and_random_ids_do_not_count(self):
        id1, id2 = "0f8fad5b-d9cb-469f-a165-70867728950e", "7c9e6679-7425-40de-944b-e07fc1f90ae7"
        self.same([error("x (#12:1)")], [error("\x1b[31mx\x1b[0m (#40:1)")])
        self.same([result(id1)], [result(id2)])

    def test_lines_of_the_stack_do_not_count_but_the_error_does(self):
        self.same([error("e", "Broken: e\n\tat A.b(A.java:1)")], [error("e", "Broken: e\n\tat A.b(A.java:2)\n\t... 3 more")])
        self.assertTrue(difference([error("e", "Broken: e")], [error("e", "Broken: f")]))


if __name__ == "__main__":
    unittest.main()
