"""Finds where a page's link leads in the web edition."""

import os
import posixpath
import re
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from lab.site.pages import Page, first_pages

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", flags=re.I)


class Links:
    """Contains all pages. A Markdown file becomes a page as soon as another page links to it."""

    def __init__(self, root, repository):
        self.pages = {str(page.source): page for page in first_pages(root)}
        self.pictures = set()
        self.broken = []
        self._root = root
        self._repository = repository
        self._fragments = []

    def address(self, page, link, is_picture=False):
        """Return where the link leads, or None if the target is neither in the web edition nor published."""
        if ELSEWHERE.match(link):
            return link
        path, _, fragment = link.partition("#")
        target = posixpath.normpath(posixpath.join(page.source.parent, unquote(path))) if path else str(page.source)
        file = self._root / target
        if target.startswith("../") or not file.exists():
            self.broken.append(f"{page.source}: {link} (this file does not exist)")
            return None
        if is_picture:
            self.pictures.add(target)
            return relative(page, quote(target))
        if target not in self.pages and file.suffix != ".md":
            return self._repository and self._repository.file("" if target == "." else target, file.is_dir())
        reached = self.pages.setdefault(target, Page(PurePosixPath(target)))
        if fragment:
            self._fragments.append((page, link, reached, unquote(fragment)))
        return (relative(page, quote(reached.url)) if path else "") + (f"#{fragment}" if fragment else "")

    def check_fragments(self):
        """Report each link to a heading that its page does not have; call this after all pages have been rendered."""
        for page, link, reached, fragment in self._fragments:
            if fragment not in reached.ids:
                self.broken.append(f"{page.source}: {link} (this page has no such heading)")


def relative(page, url):
    """Return a path inside the web edition as seen from a page."""
    return os.path.relpath(url, posixpath.dirname(page.url) or ".").replace(os.sep, "/")
