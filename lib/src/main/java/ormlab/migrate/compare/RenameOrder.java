package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Orders renames so that each new name is free when it is needed; a cycle uses a temporary name.
 */
public final class RenameOrder {
    /**
     * One rename on the way to the wanted names.
     *
     * @param rename the index of the rename in the list of all
     * @param last whether it leads to the wanted name, not to a temporary one
     */
    public record Move(int rename, String from, String to, boolean last) {}

    private final List<String> now;
    private final List<String> to;

    private RenameOrder(List<String> from, List<String> to) {
        this.now = new ArrayList<>(from);
        this.to = to;
    }

    /** Returns the steps for renames within one scope, such as the columns of a table. */
    public static List<Move> of(List<String> from, List<String> to) {
        return new RenameOrder(from, to).moves();
    }

    private List<Move> moves() {
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            waiting.add(i);
        }
        List<Move> moves = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Integer next =
                    waiting.stream()
                            .filter(each -> isFree(each, waiting))
                            .findFirst()
                            .orElse(waiting.get(0));
            boolean free = isFree(next, waiting);
            String name = free ? to.get(next) : aside(now.get(next));
            moves.add(new Move(next, now.get(next), name, free));
            now.set(next, name);
            if (free) {
                waiting.remove(next);
            }
        }
        return moves;
    }

    private boolean isFree(int rename, List<Integer> waiting) {
        return waiting.stream()
                .noneMatch(
                        other ->
                                other != rename && now.get(other).equalsIgnoreCase(to.get(rename)));
    }

    private String aside(String name) {
        String free = "old_" + name;
        while (now.contains(free) || to.contains(free)) {
            free += "_";
        }
        return free;
    }
}
