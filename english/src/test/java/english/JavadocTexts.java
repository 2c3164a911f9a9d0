package english;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The Javadoc of the exercises' classes, which describes what a reader is asked to write. */
final class JavadocTexts {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final Pattern MARGIN = Pattern.compile("(?m)^\\s*\\* ?");
    private static final Pattern INLINE_TAG = Pattern.compile("(?s)\\{@\\w+ [^{}]*\\}");
    private static final Pattern CODE = Pattern.compile("(?s)<pre>.*?</pre>");
    private static final Pattern BLOCK = Pattern.compile("<(?:p|li|ul|/ul|ol|/ol)>|(?m)^@\\w+");

    private JavadocTexts() {}

    static List<Passage> passages(String name, String source) {
        List<Passage> found = new ArrayList<>();
        var comment = COMMENT.matcher(source);
        while (comment.find()) {
            String text = MARGIN.matcher(comment.group(1)).replaceAll("");
            text = INLINE_TAG.matcher(text).replaceAll("`code`");
            text = BLOCK.matcher(CODE.matcher(text).replaceAll("\n\n")).replaceAll("\n\n");
            found.addAll(Markdown.passages(name, Messages.withoutCode(text)));
        }
        return found;
    }
}
