package ormlab.grade;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two texts line by line: kept, removed and added lines. */
final class Difference {
    private Difference() {}

    /** Returns each line with a sign: a space, {@code -} or {@code +}. */
    static String of(String before, String after) {
        return DiffUtils.diff(before.lines().toList(), after.lines().toList(), true)
                .getDeltas()
                .stream()
                .flatMap(Difference::lines)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(AbstractDelta<String> delta) {
        return delta.getType() == DeltaType.EQUAL
                ? marked("  ", delta.getTarget().getLines())
                : Stream.concat(
                        marked("- ", delta.getSource().getLines()),
                        marked("+ ", delta.getTarget().getLines()));
    }

    private static Stream<String> marked(String sign, List<String> lines) {
        return lines.stream().map(line -> sign + line);
    }
}
