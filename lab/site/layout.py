"""The page around a body: the list of chapters, the page's headings, previous and next, and Binder."""

from pathlib import Path

import jinja2

from lab.site import sections
from lab.site.links import relative
from lab.site.pages import GROUPS, HOME

TEMPLATE = Path(__file__).parent / "page.html"
NAME = "ormlab"


class Layout:
    """Lays out every page of a web edition."""

    def __init__(self, pages, published):
        environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
        self._template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
        self._published = published
        self._home = next(page for page in pages if page.source == HOME)
        self._groups = [(group, [page for page in pages if page.group == group]) for group in GROUPS]
        self._order = [self._home, *(page for page in pages if page.is_notebook)]

    def page(self, page):
        """Return the whole page as HTML."""
        before, after = self._neighbours(page)
        binder = self._published.binder(page.source.name) if self._published and page.has_code else ""
        return self._template.render(
            name=NAME,
            page=page,
            home=self._home,
            groups=self._groups,
            sections=[section for section in sections.of(page) if section.level > 1],
            to=lambda url: relative(page, url),
            before=before,
            after=after,
            binder=binder,
            source=self._published.file(str(page.source), False) if self._published else "",
            has_diagrams='<pre class="mermaid">' in page.body,
        )

    def _neighbours(self, page):
        if page not in self._order:
            return None, None
        at = self._order.index(page)
        return (self._order[at - 1] if at else None), (self._order[at + 1] if at + 1 < len(self._order) else None)
