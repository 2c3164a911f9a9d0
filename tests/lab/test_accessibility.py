"""Readers who cannot see a picture, or its colours, get the same information in words, as do readers without a mouse."""

import html
import re
import unittest

from book import BOOK, CHAPTERS, of_each

MERMAID = re.compile(r"```mermaid\n(.*?)```", flags=re.S)
# What diagrams contain: entities, steps of a timeline, boxes of a history.
ENTITY = re.compile(r"^    (\w+) \{$", flags=re.M)
STEP = re.compile(r"^    \w+-?->>\w+: (.+)$", flags=re.M)
LABEL = re.compile(r'\w\["(.+?)"\]')
COLOURED = re.compile(r'style="([^"]*color:[^"]*)"')
VAGUE = {"here", "this", "link", "click here", "more", "page"}


def rich_outputs(chapter):
    """Return (plain text, HTML, Markdown) of each output that is more than text."""
    for cell in chapter.cells:
        for output in cell.get("outputs", []):
            data = {kind: "".join(value) for kind, value in output.get("data", {}).items()}
            if set(data) - {"text/plain"}:
                yield data


# What each kind of diagram in the prose names.
NODES = {
    "stateDiagram-v2": re.compile(r"\b[A-Z]{4,}\b"),
    "erDiagram": re.compile(r"^ *(\w+) \{", flags=re.M),
    "flowchart": re.compile(r'\["([^"]+)"\]'),
    "sequenceDiagram": re.compile(r"^ *participant (\w+)$", flags=re.M),
}


def words(text):
    return set(re.findall(r"\w+", text.lower()))


class AccessibilityTest(unittest.TestCase):
    @of_each(CHAPTERS)
    def test_every_output_has_a_text_form(self, chapter):
        for data in rich_outputs(chapter):
            self.assertRegex(data.get("text/plain", ""), r"\w", data)

    @of_each(CHAPTERS)
    def test_the_text_form_says_what_a_diagram_draws(self, chapter):
        for data in rich_outputs(chapter):
            for diagram in MERMAID.findall(data.get("text/markdown", "")):
                diagram = re.sub(r"#(\d+);", lambda special: chr(int(special[1])), diagram)
                drawn = ENTITY.findall(diagram) + STEP.findall(diagram) + LABEL.findall(diagram)
                self.assertTrue(drawn, "this test does not understand the diagram")
                for label in drawn:
                    self.assertLessEqual(words(label.replace("<br/>", " ")), words(data["text/plain"]), diagram)

    @of_each(CHAPTERS)
    def test_a_diagram_of_the_prose_is_followed_by_its_words(self, chapter):
        for section in chapter.sections():
            prose = section.prose()
            for diagram in MERMAID.finditer(prose):
                kind = diagram[1].split(maxsplit=1)[0]
                self.assertIn(kind, NODES, "this test does not understand the diagram")
                nodes = NODES[kind].findall(diagram[1])
                self.assertTrue(nodes, "this test does not understand the diagram")
                for node in nodes:
                    self.assertLessEqual(words(node), words(prose[diagram.end() :]))
                self.assertNotIn(";", diagram[1], "to Mermaid a semicolon ends a line")

    @of_each(CHAPTERS)
    def test_the_text_form_says_what_a_table_shows(self, chapter):
        for data in rich_outputs(chapter):
            for shown in re.findall(r"<td[^>]*>(.*?)</td>", data.get("text/html", ""), flags=re.S):
                value = html.unescape(re.sub(r"<[^>]+>", "", shown))
                self.assertLessEqual(words(value), words(data["text/plain"]), shown)

    @of_each(CHAPTERS)
    def test_a_colour_has_its_own_background_and_a_word_next_to_it(self, chapter):
        for data in rich_outputs(chapter):
            for style in COLOURED.findall(data.get("text/html", "")):
                self.assertRegex(style, r"(^|\s)color: #\w{6}; background(-color)?: #\w{6}")
            for diagram in MERMAID.findall(data.get("text/markdown", "")):
                self.assertNotRegex(diagram, r"fill:|color:|stroke:")

    @of_each(BOOK)
    def test_a_link_says_where_it_leads(self, chapter):
        for text in chapter.texts:
            for label in re.findall(r"\[([^\]]+)\]\(", text):
                self.assertNotIn(label.strip("`").lower(), VAGUE)


if __name__ == "__main__":
    unittest.main()
