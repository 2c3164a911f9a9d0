package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Key;
import ormlab.schema.SqlFragment;
import ormlab.schema.TableName;
import ormlab.schema.TablePart;

/** Handwritten constraints often have no name. */
class UnnamedPartsTest {
    private static String removed(TablePart part) {
        return new RemovedPart(TableName.of("users"), part).words();
    }

    @Test
    void an_unnamed_constraint_is_shown_by_its_definition() {
        SqlFragment condition = new SqlFragment("age > 0", "age > 0");
        assertThat(removed(new CheckConstraint("", condition, Set.of("age"))))
                .isEqualTo("Detected removed check constraint (age > 0) on 'users'");
        assertThat(removed(new CheckConstraint("ck_age", condition, Set.of("age"))))
                .isEqualTo("Detected removed check constraint 'ck_age' on 'users'");
        assertThat(removed(new Key("", List.of("name"), condition)))
                .isEqualTo("Detected removed unique constraint (name) on 'users'");
    }
}
