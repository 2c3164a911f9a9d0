package english;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The prose of a Markdown document: no code, no URLs, no markup. */
final class Markdown {
    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern CODE_SPAN = Pattern.compile("(?s)(`+)(?!`).*?(?<!`)\\1(?!`)");
    private static final Pattern LINK =
            Pattern.compile("!?\\[((?:[^\\[\\]]|\\[[^\\]]*\\])*)\\]\\([^)\\s]*\\)");
    private static final Pattern URL = Pattern.compile("<?\\bhttps?://[^\\s)>]+>?");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*])\\*+(?=\\S)|(?<=\\S)\\*+(?!\\w)");
    private static final Pattern TABLE_RULE = Pattern.compile("\\|?[\\s:|-]+\\|?");
    private static final Pattern BLOCK_START =
            Pattern.compile("\\s*(?:#{1,6}|[-*+]|\\d+\\.|>)\\s+(.*)");

    private final String place;
    private final List<Passage> found = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int openedAt;

    private Markdown(String place) {
        this.place = place;
    }

    static List<Passage> passages(String place, String document) {
        Markdown markdown = new Markdown(place);
        markdown.read(withoutComments(document).split("\n", -1));
        return markdown.found;
    }

    /** Comments may span paragraphs; their line breaks stay, so that line numbers fit. */
    private static String withoutComments(String document) {
        return COMMENT.matcher(document).replaceAll(m -> m.group().replaceAll("[^\n]", ""));
    }

    private void read(String[] lines) {
        boolean fenced = false;
        for (int at = 0; at < lines.length; at++) {
            String line = lines[at];
            var start = BLOCK_START.matcher(line);
            boolean indented = line.startsWith("    ") && open.isEmpty();
            if (FENCE.matcher(line).matches()) {
                fenced = !fenced;
                close();
            } else if (fenced || indented || line.isBlank()) {
                close();
            } else if (line.strip().startsWith("|")) {
                close();
                cells(line, at + 1);
            } else if (start.matches()) {
                close();
                add(start.group(1), at + 1);
                if (line.startsWith("#")) {
                    close();
                }
            } else {
                add(line.strip(), at + 1);
            }
        }
        close();
    }

    private void cells(String row, int at) {
        if (TABLE_RULE.matcher(row.strip()).matches()) {
            return;
        }
        String plain = CODE_SPAN.matcher(row).replaceAll(Passage.CODE);
        for (String cell : plain.split("(?<!\\\\)\\|")) {
            add(cell.strip(), at);
            close();
        }
    }

    private void add(String line, int at) {
        if (open.isEmpty()) {
            openedAt = at;
        } else {
            open.append(' ');
        }
        open.append(line);
    }

    private void close() {
        String text = plain(open.toString()).strip();
        open.setLength(0);
        if (!text.isEmpty() && !text.equals(Passage.CODE)) {
            found.add(new Passage(place + ":" + openedAt, text));
        }
    }

    private static String plain(String paragraph) {
        String text = CODE_SPAN.matcher(paragraph).replaceAll(Passage.CODE);
        text = LINK.matcher(text).replaceAll("$1");
        text = URL.matcher(text).replaceAll(Passage.CODE);
        text = TAG.matcher(text).replaceAll("");
        return EMPHASIS.matcher(text).replaceAll("").replace("\\|", "|");
    }
}
