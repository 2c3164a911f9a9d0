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

    /** How ids are generated; {@code PAIR} has two columns, and they are assigned. */
    enum Ids {
        IDENTITY,
        AUTO,
        SEQUENCE,
        ASSIGNED,
        PAIR
    }

    /** Where the rows of an entity's subclass lie. */
    enum Kids {
        NONE,
        SINGLE_TABLE,
        JOINED,
        TABLE_PER_CLASS
    }

    /** What an entity has besides its attributes. */
    enum Extra {
        COMMENT,
        /** A unique constraint over an attribute and the id. */
        PAIR_UNIQUE,
        /** The same with a name of its own. */
        NAMED_UNIQUE,
        UNIQUE_INDEX,
        /** An index over two columns, one of them downwards. */
        PAIR_INDEX,
        TABLE_CHECK,
        OTHER_TABLE_CHECK,
        EMBEDDED,
        /** The same embeddable with one column more and a longer one. */
        WIDER_EMBEDDED,
        COMPUTED,
        OTHER_COMPUTED,
        /** Foreign keys whose definition the model writes itself. */
        ON_UPDATE
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
        RANK,
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
        /** Rows are told apart by it, so it needs many values. */
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

    /** A reference to an entity by name; left out where the model has none of that name. */
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
        /** An id of text for one of the names, of numbers for all others. */
        boolean textIds() {
            return name.equals("Gamma");
        }

        /** Rows that lie in two tables need ids that neither of them gives. */
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

        /** The columns of its own table that hold one value each, in order. */
        List<String> plainColumns() {
            return attributes.stream()
                    .filter(each -> each.family() != Family.WORDS)
                    .map(Attribute::column)
                    .toList();
        }
    }
}
