package ormlab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ormlab.internal.text.Shortened;
import ormlab.picture.Markdown;
import ormlab.picture.Picture;

/** The plans of several statements, each drawn as a tree by Mermaid inside Markdown. */
public record Plans(List<Plan> plans) implements Picture {
    /** Characters that would end or format a label in Mermaid. */
    private static final Pattern SPECIAL = Pattern.compile("[\"#<>&`*_{}\\[\\]|\\\\;]");

    private static final int WIDEST_LABEL = 120;

    /** Copies the plans. */
    public Plans {
        plans = List.copyOf(plans);
    }

    @Override
    public String text() {
        if (plans.isEmpty()) {
            return "no statement";
        }
        List<String> lines = new ArrayList<>();
        for (Plan plan : plans) {
            lines.add(SqlText.wrapped(plan.sql()));
            plan.roots().forEach(root -> add(lines, root, 1));
            if (!plan.remark().isEmpty()) {
                lines.add("  -- " + plan.remark());
            }
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, PlanNode node, int depth) {
        lines.add("  ".repeat(depth) + "* " + node);
        node.children().forEach(child -> add(lines, child, depth + 1));
    }

    @Override
    public String markdown() {
        StringBuilder markdown = new StringBuilder();
        for (Plan plan : plans) {
            markdown.append(Markdown.fenced("sql", SqlText.wrapped(plan.sql()))).append("\n\n");
            if (!plan.roots().isEmpty()) {
                markdown.append(Markdown.fenced("mermaid", mermaid(plan))).append("\n\n");
            }
            if (!plan.remark().isEmpty()) {
                markdown.append(escaped(plan.remark())).append("\n\n");
            }
        }
        return markdown.isEmpty() ? text() : markdown.toString().strip();
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text)
                .replaceAll(special -> "&#" + (int) special.group().charAt(0) + ";");
    }

    private static String mermaid(Plan plan) {
        List<String> lines = new ArrayList<>(List.of("graph TD"));
        plan.roots().forEach(root -> draw(lines, root));
        return String.join("\n", lines);
    }

    /** Adds a step and those below it, and returns its number. */
    private static int draw(List<String> lines, PlanNode node) {
        int number = (int) lines.stream().filter(line -> line.contains("[\"")).count();
        String words = node.toString();
        String cut = Shortened.to(WIDEST_LABEL, words);
        lines.add("    n%d[\"%s\"]".formatted(number, label(cut)));
        if (node.kind() == PlanNode.Kind.TABLE_SCAN) {
            lines.add("    style n%d stroke-width:4px".formatted(number));
        }
        for (PlanNode child : node.children()) {
            int below = draw(lines, child);
            lines.add("    n%d --- n%d".formatted(number, below));
        }
        return number;
    }

    /** Mermaid writes special characters as {@code #35;}. */
    private static String label(String text) {
        return SPECIAL.matcher(Markdown.oneLine(text))
                .replaceAll(special -> "#" + (int) special.group().charAt(0) + ";");
    }

    @Override
    public String toString() {
        return text();
    }
}
