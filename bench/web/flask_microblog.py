"""The microblog's pages in Flask, only for comparison: the same tables, the same HTML, the same checks."""

import os
import re
import secrets
from datetime import datetime, timezone

from flask import Flask, abort, redirect, render_template_string, request, session
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload
from werkzeug.security import generate_password_hash

app = Flask(__name__)
app.config["SECRET_KEY"] = "for a measurement only"
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]
app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_size": int(os.environ["POOL"]), "max_overflow": 0}
app.config["MAX_CONTENT_LENGTH"] = 10_000
db = SQLAlchemy(app)


class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    username = db.Column(db.String(64), nullable=False, unique=True)
    email = db.Column(db.String(120), nullable=False, unique=True)
    password_hash = db.Column(db.String(256), nullable=False)


class Post(db.Model):
    __tablename__ = "posts"
    id = db.Column(db.Integer, primary_key=True)
    body = db.Column(db.String(140), nullable=False)
    timestamp = db.Column(db.DateTime, nullable=False, index=True, default=lambda: datetime.now(timezone.utc))
    author_id = db.Column(db.Integer, db.ForeignKey("users.id"), nullable=False, index=True)
    author = db.relationship(User)


def pragmas(connection, _):
    """Set what the Java side sets on each SQLite connection."""
    for pragma in ("foreign_keys=on", "journal_mode=wal", "busy_timeout=10000", "synchronous=full"):
        connection.execute("pragma " + pragma)


with app.app_context():
    if db.engine.dialect.name == "sqlite":
        event.listen(db.engine, "connect", pragmas)
    if os.environ.get("CREATE"):
        db.create_all()

BASE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Microblog</title>
<link rel="stylesheet" href="/static/style.css">
</head>
<body>
<nav>
<a href="/">Home</a> <a href="/explore">Explore</a>
{% if me is none %}
<a href="/login">Sign in</a> <a href="/register">Register</a>
{% else %}
<a href="/user/{{ me.username }}">{{ me.username }}</a>
<form method="post" action="/logout"><input type="hidden" name="csrf" value="{{ token }}"><button>Sign out</button></form>
{% endif %}
</nav>
{% if message %}<p role="alert">{{ message }}</p>{% endif %}
CONTENT
</body>
</html>
"""
POSTS = """{% for post in posts.items %}
<article>
<p><a href="/user/{{ post.author.username }}">{{ post.author.username }}</a> <time>{{ post.timestamp.isoformat() }}Z</time></p>
<p>{{ post.body }}</p>
</article>
{% else %}
<p>No posts yet.</p>
{% endfor %}
<p>
{% if posts.has_prev %}<a href="?page={{ posts.page - 1 }}">newer</a>{% endif %}
{% if posts.has_next %}<a href="?page={{ posts.page + 1 }}">older</a>{% endif %}
</p>
"""
FORM = """<h1>Hello, {{ me.username }}!</h1>
<form method="post" action="/">
<input type="hidden" name="csrf" value="{{ token }}">
<label>What is new? <input name="body" maxlength="140" required></label>
<button>Post</button>
</form>
"""
INDEX = BASE.replace("CONTENT", FORM + POSTS)
EXPLORE = BASE.replace("CONTENT", "<h1>All posts</h1>\n" + POSTS)
REGISTER = BASE.replace("CONTENT", '<h1>Register</h1><form method="post"><input type="hidden" name="csrf" value="{{ token }}"></form>')


def me():
    return db.session.get(User, session["user_id"]) if "user_id" in session else None


def show(template, **values):
    token = session.setdefault("csrf", secrets.token_urlsafe(32))
    return render_template_string(template, me=me(), token=token, message="", **values)


def newest(posts):
    return posts.options(joinedload(Post.author)).order_by(Post.timestamp.desc(), Post.id.desc()).paginate(per_page=20)


@app.before_request
def require_token():
    if request.method == "POST" and not secrets.compare_digest(session.get("csrf", ""), request.form.get("csrf", "")):
        abort(403)


@app.after_request
def headers(response):
    response.headers["Content-Security-Policy"] = "default-src 'self'; frame-ancestors 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


@app.route("/register", methods=["GET", "POST"])
def register():
    if request.method == "GET":
        return show(REGISTER)
    name, email, password = (request.form.get(field, "") for field in ("username", "email", "password"))
    if not re.fullmatch(r"[\w.-]{1,64}", name) or "@" not in email or len(password) < 8:
        abort(422)
    # The Java side hashes the same way; scrypt, the default here, takes 32 MB for each visitor who registers.
    hashed = generate_password_hash(password, method="pbkdf2:sha512:210000")
    user = User(username=name, email=email, password_hash=hashed)
    try:
        db.session.add(user)
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        abort(422)
    session.clear()
    session["user_id"] = user.id
    return redirect("/", 303)


@app.route("/", methods=["GET", "POST"])
def index():
    user = me()
    if user is None:
        return redirect("/register", 303)
    if request.method == "GET":
        return show(INDEX, posts=newest(Post.query.filter(Post.author_id.in_([user.id]))))
    body = request.form.get("body", "").strip()
    if not 1 <= len(body) <= 140:
        abort(422)
    db.session.add(Post(body=body, author=user))
    db.session.commit()
    return redirect("/", 303)


@app.route("/explore")
def explore():
    return show(EXPLORE, posts=newest(Post.query))


@app.route("/health")
def health():
    return "ok\n"
