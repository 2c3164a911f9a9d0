package ch02_models;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/**
 * The annotations are on the getters, the unique constraint is on the table, and the ids are
 * generated differently.
 */
@Entity
@Table(name = "countries", uniqueConstraints = @UniqueConstraint(columnNames = "code"))
public class Country {
    private Integer id;
    private String code;
    private String name;

    Country() {}

    public Country(String code, String name) {
        setCode(code);
        setName(name);
    }

    @Id
    @GeneratedValue
    public Integer getId() {
        return id;
    }

    void setId(Integer id) {
        this.id = id;
    }

    @Basic(optional = false)
    @Column(length = 2)
    public String getCode() {
        return code;
    }

    void setCode(String code) {
        this.code = code;
    }

    @Basic(optional = false)
    @Column(length = 80)
    public String getName() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return String.format("<Country '%s'>", name);
    }
}
