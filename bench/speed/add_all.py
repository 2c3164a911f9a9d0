"""SQLAlchemy's side: add_all of 100,000 users in a fresh file, as often as told; prints the seconds."""

import json
import os
import sys
import tempfile
import time

from sqlalchemy import String, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(64), index=True, unique=True)
    email: Mapped[str] = mapped_column(String(120), index=True, unique=True)
    password_hash: Mapped[str] = mapped_column(String(128))
    __table_args__ = {"sqlite_autoincrement": True}


def user(i):
    name = f"user{i:06d}"
    return User(username=name, email=f"{name}@example.com", password_hash=f"pbkdf2:sha256:{i * 2654435761:064x}")


def once(folder):
    path = os.path.join(folder, "python.sqlite")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.unlink(path + suffix)
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def settings(connection, _):
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=full")

    Base.metadata.create_all(engine)
    start = time.perf_counter()
    with Session(engine) as session:
        session.add_all([user(i) for i in range(100_000)])
        session.commit()
    seconds = time.perf_counter() - start
    engine.dispose()
    return seconds


with tempfile.TemporaryDirectory() as folder:
    print(json.dumps([once(folder) for _ in range(int(sys.argv[1]))]))
