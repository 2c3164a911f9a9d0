package ormlab.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.naming.Naming;

/** Opens a database in the process of a shell; the script that {@code shell} writes calls it. */
public final class ShellDatabase {
    private ShellDatabase() {}

    /**
     * Opens a database with its models, and keeps the libraries' logs off the screen.
     *
     * @param url the database's URL; null uses the environment's
     * @param naming the naming, as an option would name it; null uses the default
     * @param models the names of the classes
     * @throws OrmlabException if it cannot be opened, or a class does not exist
     */
    public static Database open(@Nullable String url, @Nullable String naming, String... models) {
        Main.silence();
        List<Class<?>> types = new ArrayList<>();
        for (String name : models) {
            try {
                types.add(Class.forName(name, false, ShellDatabase.class.getClassLoader()));
            } catch (ClassNotFoundException missing) {
                throw new OrmlabException("There is no class '" + name + "' any more.", missing);
            }
        }
        Database db = url == null ? Database.open() : Database.open(url);
        return db.naming(naming == null ? Naming.snakeCase() : Naming.parse(naming))
                .models(types.toArray(Class<?>[]::new));
    }
}
