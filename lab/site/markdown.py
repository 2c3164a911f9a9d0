"""Renders Markdown as HTML, with rewritten links, heading ids as in JupyterLab and GitHub, and coloured code."""

import functools
import html
import re

import mistune
from mistune.plugins.table import table
from mistune.plugins.url import url
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

TAG = re.compile(r"<[^>]+>")
COMMENT = re.compile(r"<!--.*?-->\s*", flags=re.S)
TOKENS = HtmlFormatter(nowrap=True)
ANCHOR = '<a class="anchor" href="#{0}" aria-label="Link to this section"></a>'


class Markdown:
    """Renders the text of one page. The page gets the ids of its headings; its first heading is its title."""

    def __init__(self, page, links):
        self._parse = mistune.create_markdown(renderer=_Renderer(page, links), plugins=[table, url])

    def __call__(self, text):
        return self._parse(COMMENT.sub("", text))


class _Renderer(mistune.HTMLRenderer):
    def __init__(self, page, links):
        super().__init__(escape=False)
        self._page = page
        self._links = links

    def sanitize_url(self, url):
        return url  # "HQL:" in a heading's name is not a harmful scheme; outputs are sanitised as a whole.

    def heading(self, text, level, **attrs):
        words = plain(text)
        self._page.title = self._page.title or words
        name = words.replace(" ", "-") if self._page.is_notebook else _slug(words)
        name = next(one for one in (name, *(f"{name}-{n}" for n in range(1, 1000))) if one not in self._page.ids)
        self._page.ids.add(name)
        shown = html.escape(name)
        anchor = ANCHOR.format(shown) if level > 1 else ""
        return f'<h{level} id="{shown}">{text}{anchor}</h{level}>\n'

    def block_code(self, code, info=None):
        language = (info or "").split(" ")[0]
        if language == "mermaid":
            return f'<pre class="mermaid">{html.escape(code)}</pre>\n'
        return f'<pre class="source" tabindex="0"><code>{coloured(code, language)}</code></pre>\n'

    def link(self, text, url, title=None):
        address = self._links.address(self._page, url)
        if address is None:
            return f'<span class="in-repository" title="{html.escape(url)} in the repository">{text}</span>'
        return super().link(text, address, title)

    def image(self, text, url, title=None):
        return super().image(text, self._links.address(self._page, url, is_picture=True) or "", title)

    def table(self, text):
        return f'<div class="wide" tabindex="0"><table>{text}</table></div>\n'


def _slug(words):
    """Return GitHub's id for a heading."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def plain(text):
    """Return the text of some HTML."""
    return html.unescape(TAG.sub("", text))


def coloured(code, language):
    """Return code as HTML in which each token has the class of its kind."""
    return highlight(code, _lexer(language or "text"), TOKENS).rstrip("\n")


@functools.cache
def _lexer(language):
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return get_lexer_by_name("text", stripnl=False)
