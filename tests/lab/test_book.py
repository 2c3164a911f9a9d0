"""The notebooks are one book: each chapter has the same parts, links work, and nothing becomes outdated."""

import functools
import itertools
import re
import unittest

from book import AFTER_THE_FIRST, BOOK, CATALOGUE, CHAPTERS, INDEXES, NOTEBOOKS, anchor, exercises, of_each
from support import ROOT

LONGEST_CODE = 24  # lines: longer code does not fit next to its output
LONGEST_TEXT = 210  # words: longer text is more than one idea
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
AGES = {
    "a path of one machine": re.compile(r"/(?:root|tmp|Users)/|/home/(?!fred/)|[A-Z]:\\\\Users"),
    "an object's hash": re.compile(r"\w+@[0-9a-f]{6,8}\b"),
    "a name that the kernel made up": re.compile(r"REPL\.|\$JShell\$"),
    "a measured time": re.compile(r"(?<!waited )\b\d+(?:\.\d+)? (?:ms|µs|seconds)\b"),
}
READ_AGAIN = re.compile(r'"(\d\d[a-z]?_\w+), \\"(.+?)\\""')
IMPORTED = re.compile(r"^import (?:static )?(?:ormlab|jakarta|org\.hibernate|java\.sql)\.[\w.]*\b(\w+);", flags=re.M)
COMMENT = re.compile(r"/\*[\s\S]*?\*/|//.*")
OF_JAVA = {"Override", "size", "split", "stream", "toList"}  # The library has methods of these names, too.


def _place(exercise):
    """Return the first notebook that grades an exercise, after the one that shows how grading works."""
    cell = f'grade("{exercise["id"]}")'
    return next(name for name, chapter in CHAPTERS.items() if name != "00_start_here" and any(cell in code for code in chapter.codes))


def _java(exercise, folder):
    """Return the Java files in a folder of an exercise as one text."""
    files = next(CATALOGUE.glob(f"{exercise['id']}-*/{folder}")).rglob("*.java")
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(files))


@functools.cache
def _shown(name):
    """Return the words of a notebook, outputs included."""
    return set(re.findall(r"\w+", "\n".join(section.words() for section in BOOK[name].sections())))


@functools.cache
def _methods():
    """Return the names of the library's methods that are not internal."""
    sources = (path for path in (ROOT / "lib/src/main/java").rglob("*.java") if "internal" not in path.parts)
    declared = re.compile(r"^    (?:public |default |static |abstract )*(?:<[^>]+> )?[\w<>\[\], ?.@]+ (\w+)\(", flags=re.M)
    return {name for path in sources for name in declared.findall(path.read_text(encoding="utf-8"))}


class BookTest(unittest.TestCase):
    @of_each(BOOK)
    def test_one_title_and_headings_in_order(self, chapter):
        levels = [len(marks) for marks, _ in chapter.headings]
        self.assertEqual(levels[0], 1)
        self.assertEqual(levels.count(1), 1)
        for above, below in itertools.pairwise(levels):
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
    def test_a_chapter_asks_about_earlier_chapters(self, chapter):
        self.assertIn("<details><summary>Answers</summary>", "\n".join(chapter.texts))

    @of_each(BOOK)
    def test_a_cell_has_one_idea(self, chapter):
        for code in chapter.codes:
            self.assertLessEqual(len(code.splitlines()), LONGEST_CODE, code)
        for text in chapter.texts if chapter.name not in INDEXES else []:
            self.assertLessEqual(len(text.split()), LONGEST_TEXT, text)

    @of_each(CHAPTERS)
    def test_cells_use_nothing_that_only_one_kernel_has(self, chapter):
        for code in chapter.codes:
            for magic in re.findall(r"^%.*", code, flags=re.M):
                self.assertRegex(magic, r"^%classpath \.\./")
            self.assertNotRegex(code, r"\b(display|updateDisplay)\(|org\.dflib|io\.github\.spencerpark")

    def test_no_two_chapters_write_to_the_same_database(self):
        owners = {}
        for name, chapter in CHAPTERS.items():
            for file in re.findall(r'"(?:--url=)?sqlite:///(playground/[^"]+|\w+\.\w+)"', "\n".join(chapter.codes)):
                owners.setdefault(file, set()).add(name)
        self.assertGreater(len(owners), 5)
        self.assertEqual({file: names for file, names in owners.items() if len(names) > 1}, {})

    @of_each(BOOK)
    def test_nothing_becomes_outdated(self, chapter):
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
                anchors = [anchor(title) for title in BOOK[file.removesuffix(".ipynb")].titles]
                self.assertIn(heading, anchors, f"[{label}]({target})")

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
            self.assertTrue(named, objective)
            self.assertLessEqual(set(named), known, objective)

    def test_every_exercise_has_a_cell_and_a_section_that_explains_it(self):
        for exercise in exercises():
            with self.subTest(exercise["id"]):
                name, _, section = exercise["section"].partition(",")
                self.assertIn(section.strip().strip('"'), BOOK[name].titles)
                graded = [c.name for c in CHAPTERS.values() for code in c.codes if f'grade("{exercise["id"]}")' in code]
                self.assertIn(name[:2], {chapter[:2] for chapter in graded})

    def test_no_exercise_needs_a_section_that_comes_later(self):
        order = list(BOOK)
        for exercise in exercises():
            with self.subTest(exercise["id"]):
                place = order.index(_place(exercise))
                named = {(exercise["section"].partition(",")[0], exercise["section"].partition(",")[2].strip().strip('"'))}
                named |= set(READ_AGAIN.findall(_java(exercise, "grader")))
                self.assertGreater(len(named), 0)
                for chapter, section in named:
                    self.assertIn(section, BOOK[chapter].titles)
                    self.assertLessEqual(order.index(chapter), place, f"{chapter}, {section} comes after {order[place]}")

    def test_what_a_solution_uses_is_shown_before_its_exercise(self):
        methods = _methods()
        self.assertGreater(len(methods), 200)
        for exercise in exercises():
            with self.subTest(exercise["id"]):
                solution, order = COMMENT.sub("", _java(exercise, "solution")), list(BOOK)
                used = set(re.findall(r"\.(\w+)\(|::(\w+)", solution))
                used = {name for pair in used for name in pair if name in methods}
                used |= set(re.findall(r"@(\w+)", solution)) | set(IMPORTED.findall(solution))
                shown = set(re.findall(r"\w+", _java(exercise, "stub")))
                shown = shown.union(*(_shown(name) for name in order[: order.index(_place(exercise)) + 1]))
                self.assertEqual(sorted(used - shown - OF_JAVA), [])

    def test_the_readme_lists_all_chapters(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for name in BOOK:
            self.assertIn(f"(notebooks/{name}.ipynb)", readme)


if __name__ == "__main__":
    unittest.main()
