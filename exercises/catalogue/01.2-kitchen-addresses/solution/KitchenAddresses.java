package ch01_configuration;

/**
 * After sqlite:/// comes the path as it is, with its own slash if it is absolute. In a password,
 * characters that would end a part of the URL are percent-encoded.
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
