package english;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The messages in Java sources: string literals, joined as the code joins them. */
final class JavaTexts extends TreePathScanner<Void, Void> {
    private static final Pattern FORMAT = Pattern.compile("%(?:\\d+\\$)?[,.\\d]*[sdnf]");

    private final List<Passage> found = new ArrayList<>();
    private final Function<Path, String> name;
    private final Trees trees;
    private CompilationUnitTree unit;

    private JavaTexts(Trees trees, Function<Path, String> name) {
        this.trees = trees;
        this.name = name;
    }

    static List<Passage> passages(List<Path> files, Function<Path, String> name)
            throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
            JavaTexts texts = new JavaTexts(Trees.instance(task), name);
            for (CompilationUnitTree unit : task.parse()) {
                texts.unit = unit;
                texts.scan(unit, null);
            }
            return texts.found;
        }
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void nothing) {
        if (tree.getKind() == Tree.Kind.PLUS && hasText(tree)) {
            StringBuilder joined = new StringBuilder();
            join(tree, joined);
            add(tree, joined.toString());
            return null;
        }
        return super.visitBinary(tree, nothing);
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void nothing) {
        if (tree.getValue() instanceof String text) {
            add(tree, text);
        }
        return null;
    }

    private static boolean hasText(ExpressionTree tree) {
        if (tree instanceof BinaryTree both) {
            return hasText(both.getLeftOperand()) || hasText(both.getRightOperand());
        }
        return tree instanceof LiteralTree literal && literal.getValue() instanceof String;
    }

    private void join(ExpressionTree tree, StringBuilder joined) {
        if (tree instanceof BinaryTree both && tree.getKind() == Tree.Kind.PLUS) {
            join(both.getLeftOperand(), joined);
            join(both.getRightOperand(), joined);
        } else if (tree instanceof LiteralTree literal) {
            joined.append(literal.getValue());
        } else {
            joined.append(Passage.CODE);
            scan(tree, null);
        }
    }

    private void add(Tree tree, String text) {
        long line =
                unit.getLineMap()
                        .getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
        String place = name.apply(Path.of(unit.getSourceFile().toUri())) + ":" + line;
        found.addAll(Messages.passages(place, FORMAT.matcher(text).replaceAll(Passage.CODE)));
    }
}
