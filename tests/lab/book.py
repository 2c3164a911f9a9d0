"""The notebooks as the tests read them: chapters with their text, headings, sections and outputs."""

import functools
import json
import re
from dataclasses import dataclass, field

from support import ROOT

from lab import testing_out

NOTEBOOKS = ROOT / "notebooks"
CATALOGUE = ROOT / "exercises" / "catalogue"
# Chapters to look things up in, without objectives or exercises.
INDEXES = {"10_from_flask", "11_messages", "12_glossary", "13_from_spring_data"}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Section:
    """A heading and the cells below it."""

    chapter: str
    title: str
    cells: list = field(default_factory=list)

    @property
    def link(self):
        """Return JupyterLab's anchor of a heading."""
        return f"{self.chapter}.ipynb#{anchor(self.title)}"

    def errors(self):
        """Return the whole text of each error that a cell ends with."""
        for output in self._outputs():
            if output["output_type"] == "error":
                yield COLOUR.sub("", "\n".join([output["evalue"], *output["traceback"]]))

    def prose(self):
        """Return the text between the code cells."""
        return "\n\n".join("".join(cell["source"]) for cell in self.cells if cell["cell_type"] == "markdown")

    def words(self):
        """Return everything that a reader sees: prose, code, printed text and errors."""
        shown = ["".join(cell["source"]) for cell in self.cells]
        shown += ["".join(o.get("text", o.get("data", {}).get("text/plain", ""))) for o in self._outputs()]
        return "\n".join([*shown, *self.errors()])

    def _outputs(self):
        return [output for cell in self.cells for output in cell.get("outputs", [])]


def anchor(title):
    return title.replace("`", "").replace(" ", "-")


class Chapter:
    """A notebook."""

    def __init__(self, path):
        self.name = path.stem
        self.cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        self.texts = ["".join(c["source"]) for c in self.cells if c["cell_type"] == "markdown"]
        self.codes = ["".join(c["source"]) for c in self.cells if c["cell_type"] == "code"]
        prose = re.sub(r"```.*?```", "", "\n".join(self.texts), flags=re.S)
        self.headings = re.findall(r"^(#+) +(.+?) *$", prose, flags=re.M)

    @property
    def titles(self):
        return [title for _, title in self.headings]

    @property
    def objectives(self):
        return testing_out.objectives_in(self.texts[0])

    def sections(self):
        """Return each heading with the cells below it, up to the next heading."""
        found = []
        for cell in self.cells:
            source = "".join(cell["source"])
            titles = re.findall(r"^#+ +(.+?) *$", source, flags=re.M) if cell["cell_type"] == "markdown" else []
            found += [Section(self.name, title) for title in titles]
            found[-1].cells.append(cell)
        return found

    def outputs(self):
        for cell in self.cells:
            for output in cell.get("outputs", []):
                yield json.dumps(output, ensure_ascii=False)


BOOK = {path.stem: Chapter(path) for path in sorted(NOTEBOOKS.glob("*.ipynb"))}
CHAPTERS = {name: chapter for name, chapter in BOOK.items() if name not in INDEXES}
AFTER_THE_FIRST = {name: chapter for name, chapter in CHAPTERS.items() if not name.startswith("00")}


def exercises():
    for path in sorted(CATALOGUE.glob("*/exercise.properties")):
        lines = (line.partition("=") for line in path.read_text(encoding="utf-8").splitlines() if "=" in line)
        described = {key.strip(): value.strip() for key, _, value in lines}
        yield described | {"id": path.parent.name.split("-")[0]}


def of_each(chapters):
    """Run a test for each chapter, and name those that fail."""

    def decorate(test):
        @functools.wraps(test)
        def run(self):
            for name, chapter in chapters.items():
                with self.subTest(name):
                    test(self, chapter)

        return run

    return decorate
