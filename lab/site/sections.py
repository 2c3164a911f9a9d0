"""The sections of a rendered page, for the search and for the list of headings next to the text."""

import html
import json
import re
from dataclasses import dataclass

from lab.site.markdown import plain

HEADING = re.compile(r'<h([1-3]) id="([^"]*)">(.*?)</h\1>', flags=re.S)
DIAGRAM = re.compile(r'<pre class="mermaid">.*?</pre>', flags=re.S)
# Words do not run together across these elements.
BLOCK = re.compile(r"</?(?:p|li|td|th|tr|pre|div|h\d|summary|br)\b")


@dataclass(frozen=True)
class Section:
    """A heading with the text below it, up to the next heading."""

    level: int
    id: str
    heading: str
    text: str


def of(page):
    """Return the page's sections in order."""
    found = list(HEADING.finditer(page.body))
    ends = [match.start() for match in found[1:]] + [len(page.body)]
    return [
        Section(int(match[1]), html.unescape(match[2]), plain(match[3]), _text(page.body[match.end() : end]))
        for match, end in zip(found, ends, strict=True)
    ]


def index(pages):
    """Return the script that the search loads: page, heading, URL and text of every section."""
    entries = [
        [page.label, section.heading, page.url + (f"#{section.id}" if section.level > 1 else ""), section.text]
        for page in pages
        for section in of(page)
    ]
    return "window.searchIndex = " + json.dumps(entries, ensure_ascii=False, separators=(",", ":")) + ";\n"


def _text(body):
    return " ".join(plain(BLOCK.sub(r" \g<0>", DIAGRAM.sub("", body))).split())
