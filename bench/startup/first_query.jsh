// From nothing to the first query's result; each cell is what a reader would type. Not the cells of lab/training.jsh.
// ---
%classpath ../lib/target/workbook/*.jar
// ---
import jakarta.persistence.*;
import ormlab.*;
import ormlab.relationship.DynamicList;
// ---
@Entity @Table(name = "authors")
class Author {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
    @Column(unique = true, nullable = false) String name;
    @OneToMany(mappedBy = "author") DynamicList<Book> books = DynamicList.empty();
    protected Author() {}
    Author(String name) { this.name = name; }
    public DynamicList<Book> getBooks() { return books; }
}
@Entity @Table(name = "books")
class Book {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
    @Column(nullable = false) String title;
    @ManyToOne(fetch = FetchType.LAZY) Author author;
    protected Book() {}
    Book(String title, Author author) { this.title = title; this.author = author; }
    @Override public String toString() { return title; }
}
// ---
var db = Database.open("sqlite:///first.sqlite");
db.models(Author.class, Book.class);
db.createAll();
// ---
var ursula = new Author("Ursula");
db.session().addAll(ursula, new Book("Tehanu", ursula), new Book("Lavinia", ursula));
db.session().commit();
// ---
String titles = ursula.getBooks().orderBy("title").all().toString();
if (!titles.equals("[Lavinia, Tehanu]")) throw new IllegalStateException(titles);
