package ormlab.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a folder or file, and explains a name that cannot be one. */
final class PlaceConverter implements ITypeConverter<Path> {
    PlaceConverter() {}

    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException(
                    "no folder is named. Leave the option out, or name one.");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException unusable) {
            throw new TypeConversionException(
                    "no folder can be called so: " + unusable.getReason() + ". Name another one.");
        }
    }
}
