package ormlab.grade;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an answer's compiled classes use although {@link AllowedApi} does not list it.
 *
 * <p>An answer runs in the same process as its grader. If it could use reflection or anything like
 * it, it could change what the grader found.
 */
final class ApiCheck {
    private final Map<String, Declared> own = new HashMap<>();
    private @Nullable String refused;

    /** What one class of the answer extends, implements and declares. */
    private record Declared(List<String> parents, Set<String> members) {}

    private ApiCheck() {}

    /**
     * Returns the first use that is not allowed, in words, or empty.
     *
     * @param classes the answer's compiled classes by name
     * @param files name and text of each of its files
     */
    static Optional<String> refusal(Map<String, byte[]> classes, Map<String, String> files) {
        ApiCheck check = new ApiCheck();
        Map<String, byte[]> ordered = new TreeMap<>(classes);
        ordered.values().forEach(check::declare);
        ordered.values().forEach(compiled -> check.search(compiled, files));
        return Optional.ofNullable(check.refused);
    }

    private void declare(byte[] compiled) {
        Set<String> members = new HashSet<>();
        ClassReader reader = CompiledClass.reader(compiled);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access, String name, String type, String s, String[] thrown) {
                        members.add(name + type);
                        return null;
                    }

                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access, String name, String type, String s, Object value) {
                        members.add(name + type);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        List<String> parents =
                Stream.concat(Stream.of(reader.getSuperName()), Stream.of(reader.getInterfaces()))
                        .filter(Objects::nonNull)
                        .toList();
        own.put(reader.getClassName(), new Declared(parents, members));
    }

    private void search(byte[] compiled, Map<String, String> files) {
        if (refused != null) {
            return;
        }
        Uses uses = new Uses(files);
        CompiledClass.reader(compiled).accept(uses, ClassReader.SKIP_FRAMES);
        for (String type : CompiledClass.namedIn(compiled)) {
            if (refused == null && !own.containsKey(type) && !AllowedApi.allows(dotted(type))) {
                refused = words(dotted(type)) + uses.inFile;
            }
        }
    }

    /** Returns the class that has a member which is not allowed, or empty. */
    private Optional<String> refusing(String owner, String name, String type) {
        if (owner.startsWith("[")) {
            return Optional.empty(); // the copy of an array
        }
        Declared declared = own.get(owner);
        if (declared == null) {
            return Optional.of(dotted(owner)).filter(used -> !AllowedApi.allows(used, name));
        }
        // What is inherited is used in the name of the class that inherits it.
        return declared.members.contains(name + type)
                ? Optional.empty()
                : declared.parents.stream()
                        .flatMap(parent -> refusing(parent, name, type).stream())
                        .findFirst();
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
    }

    private static String words(String used) {
        return "An answer may not use %s, because the grader runs in the same process. Solve the task without it."
                .formatted(used.replace('$', '.').replace(".<init>", ""));
    }

    /** Walks through the code, which knows its lines. */
    private final class Uses extends ClassVisitor {
        private final Map<String, String> files;
        private String file = "";
        private String inFile = "";

        Uses(Map<String, String> files) {
            super(Opcodes.ASM9);
            this.files = files;
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            file = source == null ? "" : source;
            inFile = file.isEmpty() ? "" : "\nin " + file;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String type, String signature, String[] throwing) {
            return new MethodVisitor(Opcodes.ASM9) {
                private int line;

                @Override
                public void visitLineNumber(int number, Label start) {
                    line = number;
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String name, String type) {
                    check(owner, name, type, line);
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String name, String type, boolean ofInterface) {
                    check(owner, name, type, line);
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String name, String type, Handle bootstrap, Object... arguments) {
                    check(bootstrap, line);
                    Stream.of(arguments).forEach(argument -> check(argument, line));
                }

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    check(Type.getObjectType(type), line);
                }

                @Override
                public void visitLdcInsn(Object value) {
                    check(value, line);
                }
            };
        }

        /** Checks a constant: a class, a reference to a method, or what is computed with one. */
        private void check(Object constant, int line) {
            if (constant instanceof Handle handle) {
                check(handle.getOwner(), handle.getName(), handle.getDesc(), line);
            } else if (constant instanceof ConstantDynamic computed) {
                check(computed.getBootstrapMethod(), line);
                for (int i = 0; i < computed.getBootstrapMethodArgumentCount(); i++) {
                    check(computed.getBootstrapMethodArgument(i), line);
                }
            } else if (constant instanceof Type type && type.getSort() == Type.OBJECT) {
                String named = dotted(type.getInternalName());
                if (!own.containsKey(type.getInternalName()) && !AllowedApi.allows(named)) {
                    refuse(named, line);
                }
            }
        }

        private void check(String owner, String name, String type, int line) {
            refusing(owner, name, type).ifPresent(used -> refuse(used + "." + name, line));
        }

        private void refuse(String used, int line) {
            if (refused == null) {
                refused = words(used) + CrashMessage.where(file, line, files);
            }
        }
    }
}
