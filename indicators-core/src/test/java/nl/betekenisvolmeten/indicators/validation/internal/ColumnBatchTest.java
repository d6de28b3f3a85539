package nl.betekenisvolmeten.indicators.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import org.junit.jupiter.api.Test;

class ColumnBatchTest {

    /** A dimension, a text and two measures. */
    private final ColumnBatch batch =
            ColumnBatch.of(new int[] {0}, new int[] {3, 2}, new boolean[] {false, false, true, true});

    @Test
    void start_hasRoomForTheRowsInDimensionsAndNumbersOnly() {
        batch.start(8);
        assertThat(batch.rows()).isEqualTo(8);
        assertThat(batch.suspect()).hasSize(10);
        assertThat(batch.ids(0)).hasSize(10);
        assertThat(batch.ids(1)).isEmpty();
        assertThat(batch.values(0)).isEmpty();
        assertThat(batch.values(1)).isEmpty();
        assertThat(batch.values(3)).hasSize(10);
        assertThat(batch.known(3)).hasSize(10);
        assertThat(batch.known(1)).isEmpty();
    }

    @Test
    void start_noMoreRowsThanThereIsRoomFor_usesTheSameRoom() {
        batch.start(8);
        int[] ids = batch.ids(0);
        boolean[] suspect = batch.suspect();
        suspect[7] = true;
        batch.start(10);
        assertThat(batch.rows()).isEqualTo(10);
        assertThat(batch.ids(0)).isSameAs(ids);
        assertThat(batch.suspect()).isSameAs(suspect).doesNotContain(true);
        batch.start(11);
        assertThat(batch.ids(0)).hasSize(13);
    }

    @Test
    void observations_areTheDimensionsAndMeasures() {
        batch.start(1);
        batch.ids(0)[0] = batch.dictionary(0).id("A");
        batch.values(2)[0] = 5;
        batch.known(2)[0] = true;
        batch.values(3)[0] = 7;
        ObservationBatch rows = batch.observations();
        assertThat(rows.dictionary(0).code(rows.ids(0)[0])).isEqualTo("A");
        assertThat(rows.values(0)[0]).isEqualTo(7);
        assertThat(rows.known(0)[0]).isFalse();
        assertThat(rows.values(1)[0]).isEqualTo(5);
        assertThat(rows.known(1)[0]).isTrue();
    }
}
