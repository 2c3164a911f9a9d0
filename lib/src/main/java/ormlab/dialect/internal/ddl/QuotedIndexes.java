package ormlab.dialect.internal.ddl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Index;
import org.hibernate.tool.schema.internal.StandardIndexExporter;

/** Writes indexes with quotes around names that need them, which Hibernate forgets. */
public final class QuotedIndexes extends StandardIndexExporter {
    /** Creates the exporter of a dialect. */
    public QuotedIndexes(Dialect dialect) {
        super(dialect);
    }

    @Override
    public String[] getSqlCreateStrings(
            Index index, Metadata metadata, SqlStringGenerationContext context) {
        return quoted(super.getSqlCreateStrings(index, metadata, context), index);
    }

    @Override
    public String[] getSqlDropStrings(
            Index index, Metadata metadata, SqlStringGenerationContext context) {
        return quoted(super.getSqlDropStrings(index, metadata, context), index);
    }

    private String[] quoted(String[] statements, Index index) {
        String name = index.getQuotedName(getDialect());
        Pattern bare = Pattern.compile("(?<=index )" + Pattern.quote(index.getName()));
        String[] quoted = new String[statements.length];
        for (int i = 0; i < statements.length; i++) {
            quoted[i] = bare.matcher(statements[i]).replaceFirst(Matcher.quoteReplacement(name));
        }
        return quoted;
    }
}
