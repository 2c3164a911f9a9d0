"""The notebooks are one book: each chapter has the same parts, links lead somewhere, nothing in it ages."""

import functools
import json
import re
import unittest

from support import ROOT

NOTEBOOKS = ROOT / "notebooks"
CATALOGUE = ROOT / "exercises" / "catalogue"
# Looked up, not read from first to last: without cells to run, objectives or exercises.
INDEXES = {"10_from_flask", "11_messages", "12_glossary"}
LONGEST_CODE = 24  # lines: more does not fit beside its output
LONGEST_TEXT = 210  # words: more is not one idea
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
AGES = {
    "a path of one machine": re.compile(r"/(?:root|tmp|Users)/|/home/(?!fred/)|[A-Z]:\\\\Users"),
    "an object's hash": re.compile(r"\w+@[0-9a-f]{6,8}\b"),
    "a name that the kernel made up": re.compile(r"REPL\.|\$JShell\$"),
    "a measured time": re.compile(r"(?<!waited )\b\d+(?:\.\d+)? (?:ms|µs|seconds)\b"),
}


class Chapter:
    def __init__(self, path):
        self.name = path.stem
        self.cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        self.texts = ["".join(c["source"]) for c in self.cells if c["cell_type"] == "markdown"]
        self.codes = ["".join(c["source"]) for c in self.cells if c["cell_type"] == "code"]
        prose = re.sub(r"```.*?```", "", "\n".join(self.texts), flags=re.S)
        self.headings = re.findall(r"^(#+) +(.+?) *$", prose, flags=re.M)

    @property
    def titles(self):
        return [title for _, title in self.headings]

    @property
    def objectives(self):
        part = self.texts[0].partition("**You will be able to**")[2].partition("**Minutes:**")[0]
        return re.findall(r"^- (.+)$", part, flags=re.M)

    def outputs(self):
        for cell in self.cells:
            for output in cell.get("outputs", []):
                yield json.dumps(output, ensure_ascii=False)

    def everything(self):
        """Return its texts and outputs as they are read, without colours."""
        shown = (json.loads(output) for output in self.outputs())
        parts = [part for o in shown for part in (o.get("text", []), o.get("traceback", []), o.get("data", {}).get("text/plain", []))]
        return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join([*self.texts, *("".join(part) for part in parts)]))


BOOK = {path.stem: Chapter(path) for path in sorted(NOTEBOOKS.glob("*.ipynb"))}
CHAPTERS = {name: chapter for name, chapter in BOOK.items() if name not in INDEXES}
AFTER_THE_FIRST = {name: chapter for name, chapter in CHAPTERS.items() if not name.startswith("00")}


def exercises():
    for path in sorted(CATALOGUE.glob("*/exercise.properties")):
        lines = (line.partition("=") for line in path.read_text(encoding="utf-8").splitlines() if "=" in line)
        yield {key.strip(): value.strip() for key, _, value in lines}


def of_each(chapters):
    """Let a test look at one chapter after another, and name those that fail."""

    def decorate(test):
        @functools.wraps(test)
        def run(self):
            for name, chapter in chapters.items():
                with self.subTest(name):
                    test(self, chapter)

        return run

    return decorate


class BookTest(unittest.TestCase):
    @of_each(BOOK)
    def test_one_title_and_headings_in_order(self, chapter):
        levels = [len(marks) for marks, _ in chapter.headings]
        self.assertEqual(levels[0], 1)
        self.assertEqual(levels.count(1), 1)
        for above, below in zip(levels, levels[1:]):
            self.assertLessEqual(below, above + 1)
        self.assertEqual(len(set(chapter.titles[1:])), len(chapter.titles[1:]), "two headings are the same")

    @of_each(CHAPTERS)
    def test_a_chapter_says_what_it_is_for_and_what_it_leaves_out(self, chapter):
        self.assertGreaterEqual(len(chapter.objectives), 2)
        self.assertRegex(chapter.texts[0], r"\*\*Minutes:\*\* \d+")
        self.assertIn("**Not covered here:**", chapter.texts[0])
        for part in ("Recap", "Exercises", "Next"):
            self.assertIn(part, chapter.titles)

    @of_each(AFTER_THE_FIRST)
    def test_a_chapter_asks_about_earlier_ones(self, chapter):
        self.assertIn("<details><summary>Answers</summary>", "\n".join(chapter.texts))

    @of_each(BOOK)
    def test_one_idea_a_cell(self, chapter):
        for code in chapter.codes:
            self.assertLessEqual(len(code.splitlines()), LONGEST_CODE, code)
        for text in chapter.texts if chapter.name not in INDEXES else []:
            self.assertLessEqual(len(text.split()), LONGEST_TEXT, text)

    @of_each(BOOK)
    def test_nothing_in_it_ages(self, chapter):
        for what, pattern in AGES.items():
            for stored in chapter.outputs():
                self.assertNotRegex(stored, pattern, what)

    @of_each(BOOK)
    def test_links_lead_somewhere(self, chapter):
        for _, label, target in (match for text in chapter.texts for match in LINK.findall(text)):
            if re.match(r"https?:", target):
                continue
            file, _, heading = target.partition("#")
            self.assertTrue((NOTEBOOKS / file).exists(), f"[{label}]({target})")
            if heading:
                anchors = [title.replace("`", "").replace(" ", "-") for title in BOOK[file.removesuffix(".ipynb")].titles]
                self.assertIn(heading, anchors, f"[{label}]({target})")

    def test_a_message_is_said_where_its_line_leads(self):
        for line in "\n".join(BOOK["11_messages"].texts).splitlines():
            message = re.match(r"\| `([^`]+)` \|", line)
            for _, _, target in LINK.findall(line) if message else ():
                said = BOOK[target.partition(".ipynb")[0]].everything()
                for words in message[1].split("…"):
                    self.assertIn(words.strip(), said, f"{message[0]} {target}")

    @of_each(BOOK)
    def test_pictures_have_words_and_folded_parts_a_title(self, chapter):
        for text in chapter.texts:
            for mark, label, target in LINK.findall(text):
                self.assertTrue(not mark or label.strip(), f"![]({target})")
            for image in re.findall(r"<img\b[^>]*>", text):
                self.assertRegex(image, r'alt="[^"]+"')
            self.assertEqual(text.count("<details>"), text.count("<summary>"))

    @of_each(AFTER_THE_FIRST)
    def test_every_objective_names_its_exercise(self, chapter):
        known = {exercise["id"] for exercise in exercises()}
        for objective in chapter.objectives:
            named = re.findall(r"\b\d\d\.\d+\b", objective)
            self.assertTrue(named or "(to try in the chapter)" in objective, objective)
            self.assertLessEqual(set(named), known, objective)

    def test_every_exercise_has_a_cell_and_a_section_that_explains_it(self):
        for exercise in exercises():
            with self.subTest(exercise["id"]):
                name, _, section = exercise["section"].partition(",")
                self.assertIn(section.strip().strip('"'), BOOK[name].titles)
                graded = [c.name for c in CHAPTERS.values() for code in c.codes if f'grade("{exercise["id"]}")' in code]
                self.assertIn(exercise["id"][:2], {name[:2] for name in graded})

    def test_the_readme_lists_all_of_them(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for name in BOOK:
            self.assertIn(f"(notebooks/{name}.ipynb)", readme)


if __name__ == "__main__":
    unittest.main()
