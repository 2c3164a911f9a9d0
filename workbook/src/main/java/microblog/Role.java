package microblog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import ormlab.relationship.DynamicList;

/** The permissions of a group of users. */
@Entity
@Table(name = "roles")
public class Role {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 64, nullable = false, unique = true)
    private String name;

    @OneToMany(mappedBy = "role")
    private DynamicList<User> users = DynamicList.empty();

    protected Role() {}

    public Role(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public DynamicList<User> getUsers() {
        return users;
    }

    @Override
    public String toString() {
        return "<Role '" + name + "'>";
    }
}
