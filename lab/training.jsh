// The cells that stand for a reader's first minutes. A start-up archive holds the classes that they need, and a spare kernel has run
// them before it is taken. lab/training_cells.py and WarmUp.java read them; cells are separated by lines that begin with "// ---".
// ---
%classpath ../lib/target/workbook/*.jar
// ---
import jakarta.persistence.*;
import java.util.*;
import ormlab.*;
import ormlab.relationship.DynamicList;
// ---
@Entity @Table(name = "roles")
class Role {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
    @Column(unique = true) String name;
    @OneToMany(mappedBy = "role") DynamicList<User> users = DynamicList.empty();
    protected Role() {}
    Role(String name) { this.name = name; }
    public DynamicList<User> getUsers() { return users; }
}
@Entity @Table(name = "users")
class User {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
    @Column(unique = true) String username;
    @ManyToOne(fetch = FetchType.LAZY) Role role;
    protected User() {}
    User(String username, Role role) { this.username = username; this.role = role; }
    @Override public String toString() { return "<User '" + username + "'>"; }
}
// ---
import static ormlab.notebook.Notebook.*;
var db = Database.open("sqlite:///:memory:");
db.models(Role.class, User.class);
db.createAll();
// ---
var observer = new Role("Observer");
db.session().addAll(observer, new User("fred", observer), new User("steve", observer));
db.session().commit();
// ---
db.query(User.class).filterBy("username", "fred").first()
// ---
sql(() -> observer.getUsers().orderBy("username").all())
// ---
show(db.rows("select * from users"));
// ---
observer.getUsers().sort(null);
// ---
db.query(User.class).filterBy("nosuch", 1).all()
// ---
db.close();
