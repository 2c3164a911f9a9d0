package ormlab.grade;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a class of an answer that the grader would use in place of another one.
 *
 * <p>A grader is in the answer's package. There, a class {@code Integer} hides {@code
 * java.lang.Integer}, and a class {@code java} hides all packages whose name begins like this. What
 * a class contains only counts in classes of the grader that extend it.
 */
final class HiddenNames {
    private static final Pattern IMPORTED = Pattern.compile("(?m)^import [\\w.]*\\.(\\w+);");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");
    private static final Set<String> PACKAGES =
            Set.of("java", "javax", "jakarta", "org", "com", "ormlab", "microblog");

    private HiddenNames() {}

    /**
     * Returns the message for the first class of the answer that hides a name from the grader, or
     * empty.
     *
     * @param answer the names of the answer's classes
     * @param grader the grader's compiled classes; may be empty
     */
    static Optional<String> in(Exercise exercise, Set<String> answer, Map<String, byte[]> grader) {
        Set<String> used =
                grader.values().stream()
                        .flatMap(compiled -> CompiledClass.namedIn(compiled).stream())
                        .map(name -> name.replace('/', '.'))
                        .collect(Collectors.toSet());
        Set<String> imported = found(IMPORTED, TextFiles.text(exercise.graderFile()));
        Set<String> given = found(DECLARED, String.join("\n", exercise.stub().values()));
        return new TreeSet<>(answer)
                .stream()
                        .filter(name -> !given.contains(simple(name)))
                        .filter(
                                name ->
                                        name.indexOf('$') < 0
                                                ? isTaken(simple(name))
                                                : used.contains(name)
                                                        && (isTaken(simple(name))
                                                                || imported.contains(simple(name))))
                        .findFirst()
                        .map(HiddenNames::words);
    }

    private static String words(String name) {
        return "The class %s hides another one of this name from the grader. Give yours another name."
                .formatted(name);
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isTaken(String name) {
        return PACKAGES.contains(name)
                || Object.class.getResource("/java/lang/" + name + ".class") != null;
    }
}
