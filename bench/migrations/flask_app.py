"""The application whose migrations `flask db` creates: a user and a post, as in app/User.java and app/Post.java."""

import os

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy


def application(url):
    app = Flask("bench")
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    db = SQLAlchemy(app)
    Migrate(app, db)

    class User(db.Model):
        __tablename__ = "users"
        id = db.Column(db.Integer, primary_key=True)
        username = db.Column(db.String(64), index=True, unique=True)
        email = db.Column(db.String(120), index=True, unique=True)
        password_hash = db.Column(db.String(128))
        posts = db.relationship("Post", backref="author")

    class Post(db.Model):
        __tablename__ = "posts"
        id = db.Column(db.Integer, primary_key=True)
        body = db.Column(db.String(140))
        timestamp = db.Column(db.DateTime, index=True)
        user_id = db.Column(db.Integer, db.ForeignKey("users.id"))

    app.extensions["models"] = [User, Post]  # SQLAlchemy finds classes by name only as long as something refers to them
    return app


def create_app():
    """Create the application that `flask --app flask_app` starts."""
    return application(os.environ["DATABASE_URL"])
