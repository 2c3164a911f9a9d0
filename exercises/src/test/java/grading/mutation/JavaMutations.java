package grading.mutation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Puts small mistakes into a Java file, one at a time, using javac's syntax tree.
 *
 * <p>It does not check types: a mutant that does not compile is discarded later. It does not change
 * the messages of exceptions, because graders do not judge them.
 */
final class JavaMutations extends TreeScanner<Void, Void> {
    private static final Map<Tree.Kind, List<String>> OPERATORS =
            Map.ofEntries(
                    Map.entry(Tree.Kind.LESS_THAN, List.of("<", "<=")),
                    Map.entry(Tree.Kind.LESS_THAN_EQUAL, List.of("<=", "<")),
                    Map.entry(Tree.Kind.GREATER_THAN, List.of(">", ">=")),
                    Map.entry(Tree.Kind.GREATER_THAN_EQUAL, List.of(">=", ">")),
                    Map.entry(Tree.Kind.EQUAL_TO, List.of("==", "!=")),
                    Map.entry(Tree.Kind.NOT_EQUAL_TO, List.of("!=", "==")),
                    Map.entry(Tree.Kind.CONDITIONAL_AND, List.of("&&", "||")),
                    Map.entry(Tree.Kind.CONDITIONAL_OR, List.of("||", "&&")),
                    Map.entry(Tree.Kind.PLUS, List.of("+", "-")),
                    Map.entry(Tree.Kind.MINUS, List.of("-", "+")),
                    Map.entry(Tree.Kind.MULTIPLY, List.of("*", "/")),
                    Map.entry(Tree.Kind.DIVIDE, List.of("/", "*")));

    private static final Map<String, String> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("LAZY", "EAGER"),
                    Map.entry("EAGER", "LAZY"),
                    Map.entry("STRING", "ORDINAL"),
                    Map.entry("ORDINAL", "STRING"),
                    Map.entry("asc", "desc"),
                    Map.entry("desc", "asc"),
                    Map.entry("greaterThan", "greaterThanOrEqualTo"),
                    Map.entry("greaterThanOrEqualTo", "greaterThan"),
                    Map.entry("lessThan", "lessThanOrEqualTo"),
                    Map.entry("lessThanOrEqualTo", "lessThan"),
                    Map.entry("commit", "rollback"),
                    Map.entry("isPresent", "isEmpty"),
                    Map.entry("isEmpty", "isPresent"),
                    Map.entry("anyMatch", "allMatch"),
                    Map.entry("allMatch", "anyMatch"));

    private static final Set<String> WITHOUT_EFFECT =
            Set.of("Override", "SuppressWarnings", "SafeVarargs", "FunctionalInterface");

    private static final List<String> OTHER_RESULTS = List.of("null", "0", "true", "false", "\"\"");

    private final String file;
    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Map<String, Mutant> mutants = new LinkedHashMap<>();
    private int inLambda;

    private JavaMutations(String file, String text, CompilationUnitTree unit, Trees trees) {
        this.file = file;
        this.text = text;
        this.unit = unit;
        this.positions = trees.getSourcePositions();
    }

    /** Returns the mutants of a file. */
    static List<Mutant> of(String file, String text) {
        JavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("mutant:/" + file), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        null,
                                        List.of("-proc:none"),
                                        null,
                                        List.of(source));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            JavaMutations scan = new JavaMutations(file, text, unit, Trees.instance(task));
            scan.scan(unit, null);
            return List.copyOf(scan.mutants.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private String source(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    private void replace(Tree tree, String after) {
        if (start(tree) >= 0 && end(tree) > start(tree)) {
            replace(start(tree), end(tree), after);
        }
    }

    private void replace(int from, int to, String after) {
        if (!text.substring(from, to).equals(after)) {
            Mutant mutant = Mutant.of(file, text, from, to, after);
            mutants.putIfAbsent(mutant.text(), mutant);
        }
    }

    private void negate(Tree condition) {
        String bare = source(condition);
        boolean inside = bare.startsWith("(") && condition.getKind() == Tree.Kind.PARENTHESIZED;
        replace(condition, inside ? "(!" + bare + ")" : "!(" + bare + ")");
    }

    @Override
    public Void visitImport(ImportTree tree, Void unused) {
        return null;
    }

    @Override
    public Void visitIf(IfTree tree, Void unused) {
        negate(tree.getCondition());
        return super.visitIf(tree, unused);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
        negate(tree.getCondition());
        return super.visitWhileLoop(tree, unused);
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
        negate(tree.getCondition());
        return super.visitDoWhileLoop(tree, unused);
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void unused) {
        if (tree.getCondition() != null) {
            negate(tree.getCondition());
        }
        return super.visitForLoop(tree, unused);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
        negate(tree.getCondition());
        return super.visitConditionalExpression(tree, unused);
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
        List<String> change = OPERATORS.get(tree.getKind());
        boolean joinsText =
                tree.getKind() == Tree.Kind.PLUS
                        && (isText(tree.getLeftOperand()) || isText(tree.getRightOperand()));
        if (change != null && !joinsText) {
            int from = text.indexOf(change.get(0), end(tree.getLeftOperand()));
            replace(from, from + change.get(0).length(), change.get(1));
        }
        return super.visitBinary(tree, unused);
    }

    private static boolean isText(Tree tree) {
        return tree.getKind() == Tree.Kind.STRING_LITERAL
                || tree instanceof BinaryTree joined
                        && (isText(joined.getLeftOperand()) || isText(joined.getRightOperand()));
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
        String operand = source(tree.getExpression());
        switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT, UNARY_MINUS -> replace(tree, operand);
            case POSTFIX_INCREMENT -> replace(tree, operand + "--");
            case POSTFIX_DECREMENT -> replace(tree, operand + "++");
            default -> {}
        }
        return super.visitUnary(tree, unused);
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void unused) {
        switch (tree.getKind()) {
            case INT_LITERAL -> replace(tree, String.valueOf((int) tree.getValue() + 1));
            case LONG_LITERAL -> replace(tree, ((long) tree.getValue() + 1) + "L");
            case BOOLEAN_LITERAL -> replace(tree, String.valueOf(!(boolean) tree.getValue()));
            case STRING_LITERAL -> changeText(tree);
            default -> {}
        }
        return null;
    }

    private void changeText(LiteralTree tree) {
        TextMutations.of(file, text, start(tree), end(tree))
                .forEach(mutant -> mutants.putIfAbsent(mutant.text(), mutant));
        if (tree.getValue().toString().matches("(?s)\\w.* .*[.!?]")) {
            return; // a sentence for people, whose wording does not matter
        }
        String source = source(tree);
        String quotes = source.startsWith("\"\"\"") ? "\"\"\"" : "\"";
        replace(tree, source.substring(0, source.length() - quotes.length()) + "x" + quotes);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
        replace(tree, ";");
        return super.visitExpressionStatement(tree, unused);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
        boolean nothing = inLambda > 0 && source(tree).equals("return null;");
        if (tree.getExpression() != null && !nothing) {
            OTHER_RESULTS.forEach(other -> replace(tree.getExpression(), other));
        }
        return super.visitReturn(tree, unused);
    }

    /** Code that is passed on often returns null only because it must return something. */
    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        inLambda++;
        super.visitLambdaExpression(tree, unused);
        inLambda--;
        return null;
    }

    /** Graders judge whether something is thrown, but not its message. */
    @Override
    public Void visitThrow(ThrowTree tree, Void unused) {
        replace(tree, ";");
        return null;
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void unused) {
        String name = tree.getAnnotationType().toString();
        if (WITHOUT_EFFECT.contains(name)) {
            return null;
        }
        replace(tree, "");
        List<? extends ExpressionTree> all = tree.getArguments();
        for (ExpressionTree one : all) {
            List<String> others = new ArrayList<>();
            all.stream().filter(other -> other != one).forEach(other -> others.add(source(other)));
            replace(
                    tree,
                    "@" + name + (others.isEmpty() ? "" : "(" + String.join(", ", others) + ")"));
            scan(one instanceof AssignmentTree named ? named.getExpression() : one, null);
        }
        return null;
    }

    @Override
    public Void visitNewArray(NewArrayTree tree, Void unused) {
        List<? extends ExpressionTree> all = tree.getInitializers();
        if (all != null && all.size() > 1) {
            for (int i = 0; i < all.size(); i++) {
                int from = i == 0 ? start(all.get(0)) : end(all.get(i - 1));
                int to = i == 0 ? start(all.get(1)) : end(all.get(i));
                replace(from, to, "");
            }
        }
        return super.visitNewArray(tree, unused);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        String other = OTHER_NAMES.get(tree.getIdentifier().toString());
        if (other != null) {
            replace(end(tree) - tree.getIdentifier().length(), end(tree), other);
        }
        return super.visitMemberSelect(tree, unused);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
        String other = OTHER_NAMES.get(tree.getName().toString());
        if (other != null) {
            replace(tree, other);
        }
        return super.visitIdentifier(tree, unused);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        if (tree.getMethodSelect() instanceof MemberSelectTree call) {
            replace(tree, source(call.getExpression())); // the chain without its last call
        }
        List<? extends ExpressionTree> arguments = tree.getArguments();
        if (arguments.size() == 2) {
            replace(
                    start(arguments.get(0)),
                    end(arguments.get(1)),
                    source(arguments.get(1)) + ", " + source(arguments.get(0)));
        }
        return super.visitMethodInvocation(tree, unused);
    }
}
