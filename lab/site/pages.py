"""The sources of pages: the README, every notebook, the guides in docs/, and each Markdown file that one of them links to."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

HOME = PurePosixPath("README.md")
CHAPTERS, REFERENCE, GUIDES, PROJECT = "Chapters", "Reference", "Guides", "The project"
GROUPS = (CHAPTERS, REFERENCE, GUIDES, PROJECT)
NUMBER = re.compile(r"(\d+)([a-z]?)_")


@dataclass
class Page:
    """A page: where its text is in the repository, and what was rendered from it."""

    source: PurePosixPath
    title: str = ""
    body: str = ""
    has_code: bool = False
    ids: set = field(default_factory=set)

    @property
    def url(self):
        """Return the path in the web edition; a folder's page comes from its README."""
        return "/".join([*self.source.parts[:-1], "index.html" if self.source.name == "README.md" else self.source.stem + ".html"])

    @property
    def is_notebook(self):
        return self.source.suffix == ".ipynb"

    @property
    def group(self):
        if self.is_notebook:
            return CHAPTERS if self.has_code else REFERENCE
        return "" if self.source == HOME else GUIDES if self.source.parts[0] == "docs" else PROJECT

    @property
    def number(self):
        """Return the chapter's number as the text writes it: 2c for 02c_two_models.ipynb, empty for other pages."""
        found = NUMBER.match(self.source.name) if self.group == CHAPTERS else None
        return f"{int(found[1])}{found[2]}" if found else ""

    @property
    def label(self):
        return f"{self.number} {self.title}".strip()


def first_pages(root):
    """Return the pages that the web edition starts with, in the order of the book."""
    sources = [root / HOME, *sorted(root.glob("notebooks/*.ipynb")), *sorted(root.glob("docs/*.md"))]
    return [Page(PurePosixPath(source.relative_to(root).as_posix())) for source in sources]
