package ormlab.migrate.random;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ormlab.naming.SnakeCase;

/** A small model: entities with different names. */
record ModelSpec(List<EntitySpec> entities) {

    Optional<EntitySpec> entity(String name) {
        return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }

    /** How ids are generated; those of {@code PAIR} have two columns and are assigned. */
    enum Ids {
        IDENTITY,
        AUTO,
        SEQUENCE,
        ASSIGNED,
        PAIR
    }

    /** Where the rows of an entity's subclass are stored. */
    enum Kids {
        NONE,
        SINGLE_TABLE,
        JOINED,
        TABLE_PER_CLASS
    }

    /** What an entity has in addition to its attributes. */
    enum Extra {
        COMMENT,
        /** A unique constraint over an attribute and the id. */
        PAIR_UNIQUE,
        /** The same with an explicit name. */
        NAMED_UNIQUE,
        UNIQUE_INDEX,
        /** An index on two columns, one of them descending. */
        PAIR_INDEX,
        TABLE_CHECK,
        OTHER_TABLE_CHECK,
        EMBEDDED,
        /** The same embeddable with another column and a longer one. */
        WIDER_EMBEDDED,
        COMPUTED,
        OTHER_COMPUTED,
        /** Foreign keys whose definition the model writes itself. */
        ON_UPDATE
    }

    /** What an attribute contains; each name has one family, so that values are kept. */
    enum Family {
        NUMBER,
        TEXT,
        DECIMAL,
        FLAG,
        DAY,
        MOMENT,
        CHOICE,
        RANK,
        WORDS
    }

    /**
     * An attribute.
     *
     * @param size which type of its family; 0 is the narrowest
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
        /** Returns whether the attribute is unique, which needs many values. */
        boolean isUnique() {
            return unique && Set.of(Family.NUMBER, Family.TEXT, Family.DECIMAL).contains(family());
        }

        String column() {
            return SnakeCase.of(name);
        }

        Family family() {
            return switch (name) {
                case "hits", "votes", "order", "bonus" -> Family.NUMBER;
                case "title", "body", "userName", "label" -> Family.TEXT;
                case "price" -> Family.DECIMAL;
                case "live" -> Family.FLAG;
                case "born" -> Family.DAY;
                case "made" -> Family.MOMENT;
                case "state" -> Family.CHOICE;
                case "rank" -> Family.RANK;
                case "tags" -> Family.WORDS;
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    /** A reference to an entity by name; left out if the model has no entity with that name. */
    record Reference(String name, String target, int onDelete, boolean one) {}

    /** An entity. */
    record EntitySpec(
            String name,
            Ids givenBy,
            boolean wideIds,
            Kids kids,
            List<Attribute> attributes,
            List<Attribute> kidAttributes,
            List<Reference> references,
            List<String> many,
            Set<Extra> extras) {
        /** Returns whether ids are text, which only entities with one of the names have. */
        boolean textIds() {
            return name.equals("Gamma");
        }

        /** Returns how ids are generated; rows in two tables need assigned ids. */
        Ids ids() {
            if (textIds()) {
                return Ids.ASSIGNED;
            }
            return kids == Kids.TABLE_PER_CLASS && givenBy == Ids.IDENTITY ? Ids.AUTO : givenBy;
        }

        String table() {
            return SnakeCase.of(name);
        }

        boolean has(Extra extra) {
            return extras.contains(extra);
        }

        /** Returns the columns of the entity's own table that contain one value each, in order. */
        List<String> plainColumns() {
            return attributes.stream()
                    .filter(each -> each.family() != Family.WORDS)
                    .map(Attribute::column)
                    .toList();
        }
    }
}
