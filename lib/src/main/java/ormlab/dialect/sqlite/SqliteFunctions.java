package ormlab.dialect.sqlite;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.function.CommonFunctionFactory;
import org.hibernate.dialect.function.FormatFunction;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.type.BasicType;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;

/** The functions of HQL that Hibernate writes in a way that SQLite does not take. */
final class SqliteFunctions {
    private SqliteFunctions() {}

    static void register(FunctionContributions contributions) {
        SqmFunctionRegistry functions = contributions.getFunctionRegistry();
        TypeConfiguration types = contributions.getTypeConfiguration();
        functions.register("format", new FormatFunction("strftime", true, true, types));
        functions.register("trunc", new SqliteTruncation(types));
        functions.registerAlternateKey("truncate", "trunc");
        new CommonFunctionFactory(contributions).listagg_stringAgg("text");
        registerRepeat(functions, types);
        registerLocate(functions, types);
    }

    private static void registerRepeat(SqmFunctionRegistry functions, TypeConfiguration types) {
        BasicType<String> text = types.getBasicTypeRegistry().resolve(StandardBasicTypes.STRING);
        functions
                .patternDescriptorBuilder("repeat", "replace(hex(zeroblob(?2)),'00',?1)")
                .setInvariantType(text)
                .setExactArgumentCount(2)
                .register();
    }

    private static void registerLocate(SqmFunctionRegistry functions, TypeConfiguration types) {
        functions
                .registerBinaryTernaryPattern(
                        "locate",
                        types.getBasicTypeRegistry().resolve(StandardBasicTypes.INTEGER),
                        "instr(?2,?1)",
                        "iif(instr(substr(?2,?3),?1)=0,0,instr(substr(?2,?3),?1)+?3-1)",
                        FunctionParameterType.STRING,
                        FunctionParameterType.STRING,
                        FunctionParameterType.INTEGER,
                        types)
                .setArgumentListSignature("(pattern, string[, start])");
    }
}
