"""Renders an output of a cell as HTML: its richest form, without anything that could run."""

import base64
import html

import bleach
from bleach.css_sanitizer import CSSSanitizer
from nbconvert.filters.ansi import ansi2html

TAGS = "a b br code details div em h1 h2 h3 h4 h5 h6 i kbd li ol p pre span strong sub summary sup "
TAGS += "table tbody td tfoot th thead tr ul"
STYLES = "background background-color border-radius color font-style font-weight list-style-type padding text-align"
ATTRIBUTES = {"*": ["aria-hidden", "aria-label", "class", "id", "style", "tabindex", "title"]}
ATTRIBUTES |= {"a": ["href"], "details": ["open"], "td": ["colspan", "rowspan"], "th": ["colspan", "rowspan", "scope"]}
PICTURES = ("image/png", "image/jpeg", "image/svg+xml")


class Outputs:
    """Renders outputs; `markdown` renders Markdown text."""

    def __init__(self, markdown):
        self._markdown = markdown
        styles = CSSSanitizer(allowed_css_properties=STYLES.split())
        self._cleaner = bleach.Cleaner(tags=TAGS.split(), attributes=ATTRIBUTES, css_sanitizer=styles, strip=True)

    def render(self, outputs):
        """Return the outputs of one cell as HTML, one element for each."""
        return "\n".join(self._one(output) for output in joined(outputs))

    def _one(self, output):
        kind = output["output_type"]
        if kind == "stream":
            return pre(ansi2html(output["text"]), f"stream {output['name']}")
        if kind == "error":
            return pre(ansi2html(_told(output)), "error")
        return self._value(output["data"])

    def _value(self, data):
        if "text/html" in data:
            return f'<div class="output rich">{self._cleaner.clean(data["text/html"])}</div>'
        if "text/markdown" in data:
            return f'<div class="output rich">{self._cleaner.clean(self._markdown(data["text/markdown"]))}</div>'
        for kind in PICTURES:
            if kind in data:
                return f'<div class="output rich">{_picture(kind, data)}</div>'
        return pre(ansi2html(data["text/plain"]), "value")


def joined(outputs):
    """Return the outputs with consecutive parts of one stream joined."""
    whole = []
    for output in outputs:
        before = whole[-1] if whole else {}
        if output["output_type"] == before.get("output_type") == "stream" and output["name"] == before["name"]:
            whole[-1] = before | {"text": before["text"] + output["text"]}
        else:
            whole.append(output)
    return whole


def pre(content, kind):
    """Return preformatted text that can be scrolled with the keyboard."""
    return f'<pre class="output {kind}" tabindex="0">{content.rstrip()}</pre>'


def _told(output):
    return "\n".join(output["traceback"]) or f"{output['ename']}: {output['evalue']}"


def _picture(kind, data):
    content = data[kind]
    if kind == "image/svg+xml":
        content = base64.b64encode(content.encode()).decode()
    words = html.escape(data.get("text/plain", "An output of this cell"))
    return f'<img src="data:{kind};base64,{"".join(content.split())}" alt="{words}">'
