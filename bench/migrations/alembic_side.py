"""Alembic's side: for each line `WORK TABLES URL FOLDER`, runs one round and prints its seconds as a line of JSON.

It measures as little of Alembic as possible: comparing, rendering and running the operations, without env.py, the script's
file and the version table. With WORK "three", it runs Flask-Migrate's own functions in full.
"""

import json
import logging
import sys
import time
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.operations.ops import OpContainer
from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, create_engine


class Round:
    def __init__(self):
        self.seconds, self.began = {}, 0.0

    def begin(self):
        self.began = time.perf_counter()

    def end(self, what):
        self.seconds[what] = time.perf_counter() - self.began


def main():
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        work, tables, url, folder = line.split()
        timed = Round()
        three(timed, url, folder) if work == "three" else compared(timed, int(tables), url)
        print(json.dumps(timed.seconds), flush=True)


def compared(timed, tables, url):
    timed.begin()
    metadata = models(tables)
    timed.end("models")
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg2:"))
    options = {"compare_type": True, "render_as_batch": url.startswith("sqlite"), "target_metadata": metadata}
    with engine.connect() as connection:
        if not url.startswith("sqlite"):
            connection.exec_driver_sql("drop schema public cascade; create schema public")
            connection.commit()
        context = MigrationContext.configure(connection, opts=options)
        timed.begin()
        script = produce_migrations(context, metadata)
        for way in (script.upgrade_ops, script.downgrade_ops):
            render_python_code(way, render_as_batch=options["render_as_batch"])
        timed.end("first")
        timed.begin()
        run(Operations(context), script.upgrade_ops)
        connection.commit()
        timed.end("apply")
        context = MigrationContext.configure(connection, opts=options)
        timed.begin()
        again = produce_migrations(context, metadata)
        timed.end("same")
        assert again.upgrade_ops.is_empty(), again.upgrade_ops.as_diffs()[:3]
    engine.dispose()


def models(tables):
    """The same tables as in model/T000.java and so on."""
    metadata = MetaData()
    for i in range(tables):
        texts = [Column(f"c{k}", String(40 + k)) for k in range(5)]
        numbers = [Column("n0", Integer, nullable=False), Column("n1", Integer), Column("ts", DateTime)]
        reference = Column("ref_id", Integer, ForeignKey(f"t{max(i - 1, 0):03d}.id"))
        table = Table(f"t{i:03d}", metadata, Column("id", Integer, primary_key=True), *texts, *numbers, reference)
        Index(f"ix_t{i:03d}_c0", table.c.c0)
    return metadata


def run(operations, operation):
    if isinstance(operation, OpContainer):
        for each in operation.ops:
            run(operations, each)
    else:
        operations.invoke(operation)


def three(timed, url, folder):
    import flask_migrate
    from flask_app import application

    folder = str(Path(folder) / "migrations")
    app = application(url)
    with app.app_context():
        timed.begin()
        flask_migrate.init(folder)
        flask_migrate.migrate(folder, "initial migration")
        flask_migrate.upgrade(folder)
        timed.end("three")


if __name__ == "__main__":
    main()
