package ch01_configuration;

/**
 * Why so: sqlite:/// is the beginning, and what follows is the path as it is: with a slash of its
 * own when it is absolute. In a password, signs that end a part of an address are written as codes.
 */
public class KitchenAddresses {
    static String tests() {
        return "sqlite://";
    }

    static String laptop() {
        return "sqlite:///kitchen/recipes.sqlite";
    }

    static String backup() {
        return "sqlite:////var/backups/recipes.sqlite";
    }

    static String server() {
        return "postgresql://chef:p%40ss%2Fword@db.example.org/recipes";
    }
}
