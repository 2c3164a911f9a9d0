package ch06_migrations;

/** Splits all names with one update. */
public class GuestNames {
    public static String fill() {
        return """
                update guest
                  set first_name = rtrim(substr(full_name, 1, instr(full_name || ' ', ' ') - 1)),
                    last_name = nullif(substr(full_name, instr(full_name || ' ', ' ') + 1), '');
                """;
    }

    public static String back() {
        return """
                update guest set full_name = case
                  when last_name is null then first_name else first_name || ' ' || last_name end;
                """;
    }
}
