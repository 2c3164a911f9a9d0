package ormlab.trace;

import ormlab.internal.lexer.SqlHtml;

/** How to write statements and the comments below them. */
enum SqlForm {
    TEXT,
    HTML;

    String sql(String sql) {
        return this == TEXT ? sql : SqlHtml.of(sql);
    }

    String comment(String words) {
        return this == TEXT ? words : SqlHtml.comment(words);
    }

    /** Returns a comment on its own line, below a statement. */
    String below(String words) {
        return "\n  " + comment("-- " + words);
    }
}
