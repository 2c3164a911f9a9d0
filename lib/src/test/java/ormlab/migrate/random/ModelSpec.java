package ormlab.migrate.random;

import java.util.List;
import java.util.Optional;

/** Is a small model: its entities, each of another name. */
record ModelSpec(List<EntitySpec> entities) {

    Optional<EntitySpec> entity(String name) {
        return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }

    /** Who gives the ids. */
    enum Ids {
        IDENTITY,
        AUTO,
        ASSIGNED
    }

    /** What an attribute holds; each name has one family, so that values survive. */
    enum Family {
        NUMBER,
        TEXT,
        DECIMAL,
        FLAG,
        DAY,
        MOMENT,
        CHOICE,
        WORDS
    }

    /**
     * An attribute.
     *
     * @param size which of the types of its family: 0 the narrowest
     */
    record Attribute(
            String name,
            int size,
            boolean nullable,
            boolean unique,
            boolean withDefault,
            boolean checked,
            boolean indexed,
            boolean commented) {
        /** Rows are told apart by it, so it needs many values, or none. */
        boolean isUnique() {
            return unique && nullable && family() != Family.FLAG && family() != Family.CHOICE;
        }

        Family family() {
            return switch (name) {
                case "hits", "votes", "order" -> Family.NUMBER;
                case "title", "body", "userName" -> Family.TEXT;
                case "price" -> Family.DECIMAL;
                case "live" -> Family.FLAG;
                case "born" -> Family.DAY;
                case "made" -> Family.MOMENT;
                case "state" -> Family.CHOICE;
                case "tags" -> Family.WORDS;
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    /** A reference to an entity by name; left out where the model has none of that name. */
    record Reference(String name, String target, int onDelete, boolean one) {}

    /** An entity. */
    record EntitySpec(
            String name,
            Ids ids,
            List<Attribute> attributes,
            List<Reference> references,
            List<String> many,
            boolean pairUnique,
            boolean commented) {
        /** An id of text for one of the names, of numbers for all others. */
        boolean textIds() {
            return name.equals("Gamma");
        }
    }
}
