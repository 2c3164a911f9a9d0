package ch01_configuration;

/** With dots in the paths, which mean the same files. */
public class KitchenAddresses {
    static String tests() {
        return "sqlite://";
    }

    static String laptop() {
        return "sqlite:///./kitchen/recipes.sqlite";
    }

    static String backup() {
        return "sqlite:////var/backups/./recipes.sqlite";
    }

    static String server() {
        return "postgresql://chef:p%40ss%2Fword@db.example.org/recipes";
    }
}
