package ormlab.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the name of a folder or file, and explains a name that cannot be one. */
final class PlaceConverter implements ITypeConverter<Path> {
    PlaceConverter() {}

    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException(
                    "the folder is empty. Leave out the option, or name a folder.");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException unusable) {
            throw new TypeConversionException(
                    "this is not a valid folder name: "
                            + unusable.getReason()
                            + ". Name another"
                            + " one.");
        }
    }
}
