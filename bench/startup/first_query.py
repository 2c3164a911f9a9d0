# The same as first_query.jsh, in Python with SQLAlchemy.
# ---
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, WriteOnlyMapped, mapped_column, relationship


# ---
class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    books: WriteOnlyMapped["Book"] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("authors.id"))
    author: Mapped["Author"] = relationship(back_populates="books")


# ---
engine = create_engine("sqlite:///first.sqlite")
Base.metadata.create_all(engine)
session = Session(engine)
# ---
ursula = Author(name="Ursula")
session.add_all([ursula, Book(title="Tehanu", author=ursula), Book(title="Lavinia", author=ursula)])
session.commit()
# ---
titles = [book.title for book in session.scalars(ursula.books.select().order_by(Book.title))]
if titles != ["Lavinia", "Tehanu"]:
    raise ValueError(titles)
