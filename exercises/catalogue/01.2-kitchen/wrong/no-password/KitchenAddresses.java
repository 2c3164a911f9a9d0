package ch01_configuration;

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
        return "postgresql://chef@db.example.org/recipes";
    }
}
