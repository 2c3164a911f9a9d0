package ormlab.dialect.sqlite;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.function.CommonFunctionFactory;
import org.hibernate.dialect.function.FormatFunction;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.query.sqm.produce.function.StandardFunctionArgumentTypeResolvers;
import org.hibernate.type.BasicType;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;

/** HQL functions for which Hibernate writes SQL that SQLite rejects, or none at all. */
final class SqliteFunctions {
    private final SqmFunctionRegistry functions;
    private final TypeConfiguration types;
    private final CommonFunctionFactory common;

    private SqliteFunctions(FunctionContributions contributions) {
        this.functions = contributions.getFunctionRegistry();
        this.types = contributions.getTypeConfiguration();
        this.common = new CommonFunctionFactory(contributions);
    }

    static void register(FunctionContributions contributions) {
        SqliteFunctions functions = new SqliteFunctions(contributions);
        functions.registerTexts();
        functions.registerSearches();
        functions.registerBits();
        functions.registerTimes();
    }

    private void registerTexts() {
        functions.register("json_mergepatch", new SqliteJsonMergepatch(types));
        functions.register("cast", new SqliteCast(types.getCurrentBaseSqlTypeIndicators()));
        common.listagg_stringAgg("text");
        common.octetLength();
        common.bitLength_pattern("(octet_length(?1)*8)");
        functions
                .namedDescriptorBuilder("ascii", "unicode")
                .setExactArgumentCount(1)
                .setParameterTypes(FunctionParameterType.STRING)
                .setInvariantType(type(StandardBasicTypes.INTEGER))
                .register();
        functions
                .patternDescriptorBuilder("repeat", "replace(hex(zeroblob(?2)),'00',?1)")
                .setInvariantType(type(StandardBasicTypes.STRING))
                .setExactArgumentCount(2)
                .register();
    }

    private void registerSearches() {
        functions
                .registerBinaryTernaryPattern(
                        "locate",
                        type(StandardBasicTypes.INTEGER),
                        "instr(?2,?1)",
                        "iif(instr(substr(?2,?3),?1)=0,0,instr(substr(?2,?3),?1)+?3-1)",
                        FunctionParameterType.STRING,
                        FunctionParameterType.STRING,
                        FunctionParameterType.INTEGER,
                        types)
                .setArgumentListSignature("(pattern, string[, start])");
        // SQLite has the operator; we add the function behind it to each connection.
        functions
                .registerBinaryTernaryPattern(
                        "regexp_like",
                        type(StandardBasicTypes.BOOLEAN),
                        "(?1 regexp ?2)",
                        "(?1 regexp ('('||char(63)||?3||')'||?2))",
                        FunctionParameterType.STRING_OR_CLOB,
                        FunctionParameterType.STRING,
                        FunctionParameterType.STRING,
                        types)
                .setArgumentListSignature("(string, pattern[, flags])");
    }

    /**
     * SQLite has no operator for "exclusive or", so we subtract the bits of both from the bits of
     * either.
     */
    private void registerBits() {
        common.bitandorxornot_operator();
        functions
                .patternDescriptorBuilder("bitxor", "((?1|?2)-(?1&?2))")
                .setExactArgumentCount(2)
                .setArgumentTypeResolver(
                        StandardFunctionArgumentTypeResolvers.ARGUMENT_OR_IMPLIED_RESULT_TYPE)
                .register();
    }

    private void registerTimes() {
        functions.register("format", new FormatFunction("strftime", true, true, types));
        functions.register("trunc", new SqliteTruncation(types));
        functions.registerAlternateKey("truncate", "trunc");
    }

    private <T> BasicType<T> type(BasicTypeReference<T> reference) {
        return types.getBasicTypeRegistry().resolve(reference);
    }
}
