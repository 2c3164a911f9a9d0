"""The canonical form of stored notebooks, in which each difference in version control is a difference in meaning."""

import hashlib
import json
import re

METADATA = {
    "kernelspec": {"display_name": "Java (jjava)", "language": "java", "name": "java"},
    "language_info": {
        "codemirror_mode": "java",
        "file_extension": ".jshell",
        "mimetype": "text/x-java-source",
        "name": "Java",
        "pygments_lexer": "java",
    },
}
# A page that a cell serves on a free port: its URL is only valid during the run, and differs in each run.
SERVED_BY_A_CELL = re.compile(r"https?://(127\.0\.0\.1|localhost):\d+")
KEPT_OF_CELLS = ("tags", "slideshow", "jupyter")


def canonical(notebook):
    """Return a notebook with null execution counts, little metadata, and stable ids for cells that have none."""
    cells = [_cell(number, cell) for number, cell in enumerate(notebook["cells"])]
    return {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def text(notebook):
    """Return the text of the file in Jupyter's own layout."""
    return json.dumps(canonical(notebook), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _cell(number, cell):
    source = _lines(cell["source"])
    form = {
        "cell_type": cell["cell_type"],
        "id": cell.get("id") or hashlib.sha256(f"{number} {''.join(source)}".encode()).hexdigest()[:8],
        "metadata": {key: value for key, value in cell.get("metadata", {}).items() if key in KEPT_OF_CELLS},
        "source": source,
    }
    if cell["cell_type"] == "code":
        form |= {"execution_count": None, "outputs": [_output(output) for output in cell.get("outputs", [])]}
    return form | ({"attachments": cell["attachments"]} if cell.get("attachments") else {})


def _output(output):
    form = {key: value for key, value in output.items() if key != "transient"}
    if "data" in form:
        form["data"] = {mime: _split(mime, value) for mime, value in lasting(form["data"]).items()}
        form["metadata"] = form.get("metadata", {})
    if "text" in form:
        form["text"] = _lines(form["text"])
    if form["output_type"] == "execute_result":
        form["execution_count"] = None
    return form


def lasting(data):
    """Return the forms of an output except those that show a page served by a cell; its text form remains."""
    return {mime: value for mime, value in data.items() if mime == "text/plain" or not SERVED_BY_A_CELL.search(str(value))}


def _split(mime, value):
    """Store text as lines; leave base64 pictures and JSON as they are."""
    textual = mime.startswith("text/") or mime in ("image/svg+xml", "application/javascript")
    return _lines(value) if textual else value


def _lines(text):
    return ("".join(text) if isinstance(text, list) else text).splitlines(keepends=True)
