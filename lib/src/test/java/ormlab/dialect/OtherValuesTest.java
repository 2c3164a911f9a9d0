package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Arrays;
import java.util.UUID;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class OtherValuesTest {
    @OnSqliteAndPostgres
    void other_types_come_back_unchanged(TestDatabase database) {
        UUID uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        try (MappedModel model = database.create(Thing.class)) {
            Thing read =
                    Thing.stored(
                            model,
                            thing -> {
                                thing.letter = 'é';
                                thing.flag = true;
                                thing.colour = Thing.Colour.GREEN;
                                thing.ordinal = Thing.Colour.GREEN;
                                thing.uuid = uuid;
                                thing.bytes = bytes;
                                thing.lobBytes = Arrays.copyOf(bytes, 1_000_000);
                            });
            assertThat(read.letter).isEqualTo('é');
            assertThat(read.flag).isTrue();
            assertThat(read.colour).isEqualTo(Thing.Colour.GREEN);
            assertThat(read.ordinal).isEqualTo(Thing.Colour.GREEN);
            assertThat(read.uuid).isEqualTo(uuid);
            assertThat(read.bytes).isEqualTo(bytes);
            assertThat(read.lobBytes).isEqualTo(Arrays.copyOf(bytes, 1_000_000));
            assertThat(model.rows("select colour, uuid from thing"))
                    .containsExactly("GREEN|" + uuid);
            Long count =
                    model.askOne(
                            Long.class,
                            "select count(*) from Thing where uuid = ?1"
                                    + " and flag and flag = true and colour ="
                                    + " GREEN and bytes = ?2",
                            uuid,
                            bytes);
            assertThat(count).isEqualTo(1);
        }
    }

    @Entity(name = "Parcel")
    static class Parcel {
        @Id
        @Column(length = 16)
        UUID id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Parcel sentBack;
    }

    @OnSqliteAndPostgres
    void a_uuid_fits_a_column_declared_for_its_bytes(TestDatabase database) {
        try (MappedModel model = database.create(Parcel.class)) {
            Parcel parcel = new Parcel();
            parcel.id = UUID.randomUUID();
            parcel.sentBack = parcel;
            model.write(session -> session.persist(parcel));
            assertThat(model.ask(UUID.class, "select sentBack.id from Parcel"))
                    .containsExactly(parcel.id);
        }
    }
}
