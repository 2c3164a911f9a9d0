package ormlab.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes and members that an answer may use: what {@code allowed-api.txt} lists. */
final class AllowedApi {
    private static final String LIST = "allowed-api.txt";

    /** Exceptions of {@code java.lang} do nothing but report, and every answer may catch them. */
    private static final String EXCEPTION = "java\\.lang\\.\\w*(Exception|Error)";

    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals", "getClass", "hashCode", "toString");

    private static final Set<String> PACKAGES = new HashSet<>();
    private static final Set<String> REFUSED = new HashSet<>();
    private static final Set<String> CLASSES = new HashSet<>();
    private static final Map<String, Set<String>> MEMBERS = new HashMap<>();
    private static final Map<String, Set<String>> REFUSED_MEMBERS = new HashMap<>();

    static {
        for (String line : lines()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                Set<String> members = Set.of(line.substring(colon + 1).trim().split(" +"));
                String type = line.substring(0, colon);
                if (type.startsWith("-")) {
                    REFUSED_MEMBERS.put(type.substring(1), members);
                } else {
                    MEMBERS.put(type, members);
                }
            } else if (line.startsWith("-")) {
                REFUSED.add(line.substring(1));
            } else if (line.endsWith(".*")) {
                PACKAGES.add(line.substring(0, line.length() - ".*".length()));
            } else {
                CLASSES.add(line);
            }
        }
    }

    private AllowedApi() {}

    private static List<String> lines() {
        try (InputStream list = AllowedApi.class.getResourceAsStream(LIST)) {
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + LIST + " cannot be read.", e);
        }
    }

    /**
     * Returns whether an answer may name a class.
     *
     * @param name its name, as {@link Class#getName} returns it
     */
    static boolean allows(String name) {
        String ruled = ruled(name);
        return MEMBERS.containsKey(ruled) || allowsAll(ruled);
    }

    /**
     * Returns whether an answer may use a member of a class.
     *
     * @param name the class's name, as {@link Class#getName} returns it
     * @param member the name of a method or field, {@code <init>} for a constructor
     */
    static boolean allows(String name, String member) {
        String ruled = ruled(name);
        Set<String> members = MEMBERS.get(ruled);
        return members == null
                ? allowsAll(ruled)
                        && !REFUSED_MEMBERS.getOrDefault(ruled, Set.of()).contains(member)
                : members.contains(member) || OF_EVERY_OBJECT.contains(member);
    }

    /** Returns the class itself or the one around it, whichever the list names. */
    private static String ruled(String name) {
        int dollar = name.lastIndexOf('$');
        boolean named =
                MEMBERS.containsKey(name) || CLASSES.contains(name) || REFUSED.contains(name);
        return named || dollar < 0 ? name : ruled(name.substring(0, dollar));
    }

    private static boolean allowsAll(String name) {
        return !REFUSED.contains(name)
                && (CLASSES.contains(name)
                        || PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))
                        || name.matches(EXCEPTION));
    }
}
