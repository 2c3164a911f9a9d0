"""What the real kernel replies to a faulty cell: each cell ends, and the next one works.

Runs inside the notebooks' own Python, after lab.py has set the project up: .venv/bin/python -m unittest discover -s
tests/kernel
"""

import queue
import re
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from lab import cells, kernel, stored  # noqa: E402
from lab.project import here  # noqa: E402

PATIENCE = 60
ANSI = re.compile(r"\x1b\[[0-9;]*m")
IMPORTS = "import ormlab.*;\nimport ormlab.session.*;\nimport jakarta.persistence.*;\nimport java.util.*;\nimport static ormlab.notebook.Notebook.*;"
NOVELS = """\
@Entity class Author {
    @Id @GeneratedValue Integer id;
    @OneToMany(mappedBy = "author") List<Novel> novels = new ArrayList<>();
    public String toString() { return "Author " + novels; }
}
@Entity class Novel {
    @Id @GeneratedValue Integer id;
    @ManyToOne Author author;
    public String toString() { return "Novel by " + author; }
}
"""
SOME_NOVELS = """\
db.models(Author.class, Novel.class); db.createAll();
var author = new Author(); var novel = new Novel();
novel.author = author; author.novels.add(novel);
db.session().addAll(author, novel); db.session().commit();
"""
ENDLESS = "with recursive c(n) as (select 1 union all select n + 1 from c) select count(*) from c"


class Answer:
    """The reply to one cell: its status, what it printed, its value and its error."""

    def __init__(self, client, code, interrupt_after=None, interrupt=None):
        request = client.execute(code, allow_stdin=False)
        self.messages, self.printed, self.value, self.html, self.error = 0, "", None, "", None
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            if interrupt_after is not None and time.monotonic() - began > interrupt_after:
                interrupt()
                interrupt_after = None
            try:
                message = client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") != request:
                continue
            self.messages += 1
            kind, content = message["msg_type"], message["content"]
            if kind == "stream":
                self.printed += content["text"]
            elif kind == "execute_result":
                self.value, self.html = content["data"]["text/plain"], content["data"].get("text/html", "")
            elif kind == "error":
                self.error = ANSI.sub("", "\n".join(content["traceback"]))
            elif kind == "status" and content["execution_state"] == "idle":
                self.seconds = time.monotonic() - began
                return
        raise AssertionError(f"no answer within {PATIENCE} s: {code}")


class CellsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        spec = stored.recall(kernel.spec_file(here()))
        spec["argv"].insert(1, "-Xmx512m")
        cls.manager = cells.start(spec, holder.name)
        cls.addClassCleanup(cls.manager.shutdown_kernel, now=True)
        cls.client = cls.manager.client()
        cls.client.start_channels()
        cls.addClassCleanup(cls.client.stop_channels)
        cls.client.wait_for_ready(timeout=PATIENCE)
        cls.run_cell(IMPORTS)

    @classmethod
    def run_cell(cls, code, interrupt_after=None):
        return Answer(cls.client, code, interrupt_after, lambda: cls.manager.interrupt_kernel())

    def setUp(self):
        self.run_cell('var db = Database.open("sqlite://");')

    def tearDown(self):
        self.assertEqual(self.run_cell("1 + 1").value, "2")
        self.run_cell("db.close();")

    def assertError(self, code, *words):
        answer = self.run_cell(code)
        self.assertIsNotNone(answer.error, code)
        for word in words:
            self.assertIn(word, answer.error)
        self.assertNotIn("jdk.jshell", answer.error)
        self.assertLess(len(answer.error.splitlines()), 20, answer.error)
        return answer.error

    def test_a_wrong_lambda_ends_with_the_compilers_error(self):
        for cell in ("db.inTransaction(() -> 1)", "new ArrayList<String>().forEach(() -> 1)", "List.of(1).stream().map(() -> 1)"):
            self.assertError(cell, "|   ", "incompatible")

    def test_a_wrong_constructor_is_reported_once(self):
        self.run_cell("class Pair { Pair(int a, int b) { } }")
        error = self.assertError("new Pair(1)", "cannot be applied")
        self.assertEqual(error.count("cannot be applied"), 1, error)

    def test_a_cycle_of_to_string_calls_is_named_wherever_it_is_shown(self):
        self.run_cell(NOVELS)
        self.run_cell(SOME_NOVELS)
        shown = (
            "db.query(Author.class).all()",
            "author",
            "List.of(novel)",
            "Optional.of(novel)",
            "Map.of(1, author)",
            "System.out.println(novel)",
            "show(author)",
        )
        for cell in shown:
            self.assertError(cell, "Author.toString() and Novel.toString()")

    def test_the_changes_of_a_session_show_objects_whose_to_string_is_cyclic(self):
        self.run_cell(NOVELS)
        self.run_cell("db.models(Author.class, Novel.class); db.createAll();")
        self.run_cell("var a = new Author(); var n = new Novel(); n.author = a; a.novels.add(n); db.session().addAll(a, n);")
        self.assertError("db.session().changes()", "Author.toString() and Novel.toString()")

    def test_an_error_names_the_line_of_the_cell(self):
        self.run_cell("int third(int[] numbers) {\n    return numbers[2];\n}")
        self.run_cell("class Shelf {\n    String name;\n\n    int letters() {\n        return name.length();\n    }\n}")
        for code, lines in {
            "// The first line is a comment.\n\nint one = 1;\nObject.class\n    .cast(1 / (one - 1));": ["\tat line 4 of this cell"],
            'int two = 2;\nInteger.parseInt("1");\nInteger.parseInt("x");': ["\tat line 3 of this cell"],
            "List<Integer> few = new ArrayList<>();\nfew.add(1);\nfew.remove(0);\nfew.add(1);\nfew.remove(0);\nfew.remove(0);": [
                "\tat line 6 of this cell"
            ],
            "third(new int[1])": ["\tat third(), line 2 of its declaration in an earlier cell", "\tat line 1 of this cell"],
            "int sum = 0;\nsum += new Shelf().letters();": [
                "\tat Shelf.letters(), line 5 of its declaration in an earlier cell",
                "\tat line 2 of this cell",
            ],
            'int x = 1;\n\nclass Box {\n    Box() {\n        throw new IllegalStateException("full");\n    }\n}\nnew Box();': [
                "\tat Box.<init>(), line 5 of this cell",
                "\tat line 8 of this cell",
            ],
            'Runnable run = () -> {\n    Integer.parseInt("y");\n};\nrun.run();': ["\tat line 2 of this cell", "\tat line 4 of this cell"],
        }.items():
            error = self.assertError(code)
            self.assertEqual([line for line in error.splitlines() if line.startswith("\tat ")], lines, error)

    def test_long_output_is_truncated_with_a_note(self):
        million = ENDLESS.replace("from c) ", "from c where n < 1000000) ")
        rows = self.run_cell(f'db.rows("{million.replace("count(*)", "n")}")')
        self.assertIn("1000000 rows", rows.value)
        self.assertIn("999880 more rows", rows.value)
        self.assertLess(len(rows.value) + len(rows.html), 100_000)
        many = self.run_cell("java.util.stream.IntStream.range(0, 1000000).boxed().toList()")
        self.assertIn("1000000 elements", many.value)
        self.assertLess(len(self.run_cell('"x".repeat(30000000)').value), 200_000)

    def test_printed_output_arrives_complete_or_is_truncated_with_a_note(self):
        lines = self.run_cell("for (int i = 0; i < 20000; i++) System.out.println(i);")
        self.assertEqual(lines.printed.split(), [str(i) for i in range(20000)])
        more = self.run_cell("for (int i = 0; i < 2000000; i++) System.out.println(i);")
        self.assertTrue(more.printed.endswith("the rest is not shown.\n"), more.printed[-100:])
        order = self.run_cell('System.out.print("a"); System.err.print("b"); System.out.print("c"); show("d"); 3')
        self.assertEqual(order.printed, "abc")

    def test_an_interrupt_stops_the_statement_and_the_connection_is_free(self):
        stopped = self.run_cell(f'db.rows("{ENDLESS}")', interrupt_after=1)
        self.assertIn("interrupted", stopped.error)
        self.assertLess(stopped.seconds, 5)
        self.assertEqual(self.run_cell("db.connectionsInUse()").value, "0")

    def test_an_interrupted_loop_of_commits_stores_no_more_and_leaves_a_usable_session(self):
        self.run_cell("@Entity class Line { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id; }")
        self.run_cell("db.models(Line.class); db.createAll();")
        stopped = self.run_cell("while (true) { db.session().add(new Line()); db.session().commit(); }", interrupt_after=1)
        self.assertIn("interrupted", stopped.error)
        self.run_cell("db.session().rollback();")
        count = self.run_cell("db.query(Line.class).count()").value
        time.sleep(0.5)
        self.assertEqual(self.run_cell("db.query(Line.class).count()").value, count)
        self.assertIsNone(self.run_cell("db.session().add(new Line()); db.session().commit();").error)

    def test_a_loop_that_prints_is_stopped(self):
        stopped = self.run_cell("while (true) System.out.println(1);", interrupt_after=1)
        self.assertIn("interrupted", stopped.error)
        self.assertNotIn("still runs", stopped.error)

    def test_a_loop_that_java_cannot_stop_is_reported_and_prints_no_more(self):
        loop = "long until = System.nanoTime() + 5_000_000_000L; while (System.nanoTime() < until) { }; System.out.println(1);"
        stopped = self.run_cell("{" + loop + "}", interrupt_after=0.5)
        self.assertIn("still runs", stopped.error)
        self.assertEqual(self.run_cell("Thread.sleep(3000);").printed, "")

    def test_a_cell_that_runs_out_of_memory_is_reported_and_the_next_ones_work(self):
        self.assertError("var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 24]);", "OutOfMemoryError", "limit(")

    def test_a_name_that_does_not_exist_is_reported_at_once(self):
        for code, names in {
            "@Entity class Z2 { @Id Integer id; @Colum(unique = true) String name; }": r"Colum\. Did you mean 'Column'\?",
            "class Z3 { Strng x; }": r"Strng\. Did you mean 'String'\?",
            "@entity class Z6 { }": r"entity\.( Did you mean 'Entity'\?)?",
            "class Z4 { Role role; }": r"Role\.",
            "class Z5 { Letter letter; Subscription subscription; }": r"Letter and Subscription\.",
        }.items():
            answer = self.run_cell(code)
            self.assertIsNone(answer.error)
            self.assertRegex(answer.printed, rf"^Z\d waits for {names} If that is a typo or an import is missing")
        self.assertEqual(self.run_cell("class Early { Late late; } class Late { Early early; }").printed, "")

    def test_a_method_with_a_typo_ends_with_the_compilers_error(self):
        self.assertIn("average() waits for variable totl", self.run_cell("int average() { return totl / 2; }").printed)
        self.assertError("average()", "cannot find symbol", "totl")

    def test_a_statement_names_the_line_of_its_cell_inside_a_class_and_a_loop(self):
        code = """\
// The classes of a small shop.
@Entity class Item { @Id Integer id; }
class Shop {
    /* Line 4 sends nothing. */
    public long count() {
        return db.query(Item.class).count();
    }
}
db.models(Item.class); db.createAll();
var sent = db.trace(() -> {
    for (int i = 0; i < 1; i++) {
        db.query(Item.class).all();
    }
    new Shop().count();
}, ormlab.trace.Detail.CALL_SITES);
sent.statements().stream().map(s -> s.callSite().toString()).toList()
"""
        self.assertEqual(self.run_cell(code).value, "[line 12 of the cell, line 6 of the cell]")

    def test_shift_tab_shows_javadoc_and_type_parameters(self):
        code = "db.query"
        for at in (len(code), len(code) - 2):
            found = self.client.inspect(code, at, reply=True, timeout=PATIENCE)["content"]
            self.assertTrue(found["found"], found)
            self.assertIn("Query<T>", found["data"]["text/plain"])
            self.assertIn("Query&lt;T&gt;", found["data"]["text/html"])
            self.assertIn("Starts a query", found["data"]["text/plain"])


if __name__ == "__main__":
    unittest.main()
