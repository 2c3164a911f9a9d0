"""Flask-SQLAlchemy's side: db.session.add_all of 100,000 users and a commit, as in a Flask application.

add_all.py TIMES LAZY: uses a new file each time and prints the seconds; LAZY is how the users' posts are loaded (select,
dynamic). Tables, indexes, journal mode (write-ahead log, synchronous=FULL) and texts are the same as on the Java side;
creating the objects is part of the timed work on both sides.
"""

import json
import os
import sys
import tempfile
import time

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event

USERS = 100_000


def application(path, lazy):
    app = Flask("bench")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{path}"
    db = SQLAlchemy(app)

    class User(db.Model):
        __tablename__ = "users"
        __table_args__ = {"sqlite_autoincrement": True}
        id = db.Column(db.Integer, primary_key=True)
        username = db.Column(db.String(64), index=True, unique=True)
        email = db.Column(db.String(120), index=True, unique=True)
        password_hash = db.Column(db.String(128))
        posts = db.relationship("Post", backref="author", lazy=lazy)

    class Post(db.Model):
        __tablename__ = "posts"
        __table_args__ = (db.Index("ix_posts", "user_id", "timestamp"), {"sqlite_autoincrement": True})
        id = db.Column(db.Integer, primary_key=True)
        body = db.Column(db.String(140))
        timestamp = db.Column(db.DateTime)
        user_id = db.Column(db.Integer, db.ForeignKey("users.id"))

    return app, db, User, Post  # both models: SQLAlchemy finds classes by name only as long as something refers to them


def user(model, i):
    name = f"user{i:06d}"
    return model(username=name, email=f"{name}@example.com", password_hash=f"pbkdf2:sha256:{i * 2654435761:064x}")


def once(folder, lazy):
    path = os.path.join(folder, "python.sqlite")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.unlink(path + suffix)
    app, db, model, _post = application(path, lazy)
    with app.app_context():

        @event.listens_for(db.engine, "connect")
        def settings(connection, _):
            connection.execute("pragma journal_mode=wal")
            connection.execute("pragma synchronous=full")

        db.create_all()
        start = time.perf_counter()
        db.session.add_all([user(model, i) for i in range(USERS)])
        db.session.commit()
        seconds = time.perf_counter() - start
        if db.session.query(model).count() != USERS:
            raise RuntimeError("rows are missing")
        db.session.remove()
        db.engine.dispose()
    return seconds


with tempfile.TemporaryDirectory() as folder:
    print(json.dumps([once(folder, sys.argv[2]) for _ in range(int(sys.argv[1]))]))
