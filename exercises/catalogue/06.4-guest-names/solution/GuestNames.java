package ch06_migrations;

/**
 * A name of one word has no space to split at, so it needs a separate case, and its last name is
 * null. In the downgrade null must not spread, so coalesce covers the space together with the last
 * name.
 */
public class GuestNames {
    public static String fill() {
        return """
                update guest set first_name = full_name where instr(full_name, ' ') = 0;
                update guest
                  set first_name = substr(full_name, 1, instr(full_name, ' ') - 1),
                    last_name = substr(full_name, instr(full_name, ' ') + 1)
                  where instr(full_name, ' ') > 0;
                """;
    }

    public static String back() {
        return """
                update guest set full_name = first_name || coalesce(' ' || last_name, '');
                """;
    }
}
