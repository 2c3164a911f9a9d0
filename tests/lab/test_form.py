"""Notebooks are stored in a canonical form."""

import json
import unittest

import support  # noqa: F401

from lab import form

NOISY = {
    "cells": [
        {"cell_type": "markdown", "metadata": {"editable": True}, "source": "a\nb"},
        {
            "cell_type": "code",
            "execution_count": 7,
            "id": "kept",
            "metadata": {"tags": ["raises-exception"], "execution": {"iopub.status.idle": "2026"}},
            "outputs": [
                {"output_type": "execute_result", "execution_count": 7, "data": {"text/plain": "1\n2", "image/png": "aGk="}, "metadata": {}}
            ],
            "source": ["x\n", "y"],
        },
    ],
    "metadata": {"kernelspec": {"name": "java"}, "language_info": {"name": "Java", "version": "17.0.15"}},
    "nbformat": 4,
    "nbformat_minor": 4,
}


class FormTest(unittest.TestCase):
    def setUp(self):
        self.stored = json.loads(form.text(NOISY))

    def test_counts_are_null_and_noise_is_gone(self):
        code = self.stored["cells"][1]
        self.assertIsNone(code["execution_count"])
        self.assertIsNone(code["outputs"][0]["execution_count"])
        self.assertEqual(code["metadata"], {"tags": ["raises-exception"]})
        self.assertNotIn("2026", form.text(NOISY))
        self.assertNotIn("17.0.15", form.text(NOISY))

    def test_text_is_stored_in_lines_and_pictures_are_not(self):
        data = self.stored["cells"][1]["outputs"][0]["data"]
        self.assertEqual(data, {"text/plain": ["1\n", "2"], "image/png": "aGk="})

    def test_a_frame_with_a_page_that_a_cell_serves_is_stored_as_text(self):
        frame = {"text/plain": "200\n    Hello", "text/html": ["<iframe src='http://127.0.0.1:43567/'>", "</iframe>"]}
        self.assertEqual(form.lasting(frame), {"text/plain": "200\n    Hello"})
        public = {"text/plain": "see", "text/html": "<a href='https://javalin.io'>see</a>"}
        self.assertEqual(form.lasting(public), public)

    def test_a_url_in_a_text_form_is_not_hidden(self):
        self.assertEqual(form.lasting({"text/plain": "http://127.0.0.1:43567/"}), {"text/plain": "http://127.0.0.1:43567/"})

    def test_a_cell_keeps_its_id_or_gets_a_stable_one(self):
        self.assertEqual(self.stored["cells"][1]["id"], "kept")
        self.assertEqual(form.text(NOISY), form.text(json.loads(json.dumps(NOISY))))
        self.assertRegex(self.stored["cells"][0]["id"], "^[0-9a-f]{8}$")

    def test_a_stored_notebook_is_already_canonical(self):
        self.assertEqual(form.text(self.stored), form.text(NOISY))


if __name__ == "__main__":
    unittest.main()
