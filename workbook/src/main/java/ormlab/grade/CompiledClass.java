package ormlab.grade;

import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/** Reads compiled classes. */
final class CompiledClass {
    private static final int MAJOR_VERSION = 7;

    private CompiledClass() {}

    /** Returns a reader, also of a class that a newer javac compiled than the reader knows. */
    static ClassReader reader(byte[] compiled) {
        byte[] readable = compiled.clone();
        readable[MAJOR_VERSION] = (byte) Math.min(compiled[MAJOR_VERSION], Opcodes.V21);
        return new ClassReader(readable);
    }

    /** Returns the internal names of all classes that a class names anywhere. */
    static Set<String> namedIn(byte[] compiled) {
        Set<String> names = new TreeSet<>();
        Remapper collector =
                new Remapper(Opcodes.ASM9) {
                    @Override
                    public String map(String name) {
                        names.add(name);
                        return name;
                    }
                };
        // Without a writer, the remapper would not look at the code.
        ClassRemapper everything = new ClassRemapper(new ClassWriter(0), collector);
        reader(compiled).accept(everything, ClassReader.SKIP_DEBUG);
        return names;
    }
}
