"""The index of messages contains every message, and each row leads to where the message appears."""

import re
import unittest

from book import BOOK, CHAPTERS, of_each

ROW = re.compile(r"^\| `([^`]+)` \| .+ \| (.+) \|$", flags=re.M)
TARGET = re.compile(r"\]\(([^)]+)\)")


def rows():
    """Return (a message's text, where the index leads) for each row; … stands for any text."""
    return [
        (re.compile(".*?".join(re.escape(part.strip()) for part in words.split("…")), flags=re.S), TARGET.findall(links))
        for text in BOOK["11_messages"].texts
        for words, links in ROW.findall(text)
    ]


class MessagesTest(unittest.TestCase):
    def test_the_index_is_read(self):
        lines = sum(text.count("\n| `") for text in BOOK["11_messages"].texts)
        self.assertGreater(lines, 40)
        self.assertEqual(len(rows()), lines)

    @of_each(CHAPTERS)
    def test_each_error_of_a_chapter_is_in_the_index(self, chapter):
        for section in chapter.sections():
            for error in section.errors():
                self.assertTrue(any(words.search(error) for words, _ in rows()), f"{section.link}\n{error}")

    def test_each_message_of_the_index_appears_where_it_leads(self):
        sections = {section.link: section for chapter in CHAPTERS.values() for section in chapter.sections()}
        for words, links in rows():
            for link in links:
                with self.subTest(words.pattern, link=link):
                    self.assertTrue(words.search(sections[link].words()), "the message is not shown there")


if __name__ == "__main__":
    unittest.main()
