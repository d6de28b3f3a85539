package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.CountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryLayoutTest {

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());

    private DeliveryReport read(String text) {
        return reader.validate(DeliverySource.ofText("telling.csv", text));
    }

    private static List<Map<String, String>> rowsOfAllSeparators() {
        return List.of(
                Deliveries.row(1, "toelichting", "een, twee; drie,\tvier"), Deliveries.row(2, "activiteit", "A; B, C"));
    }

    @ParameterizedTest
    @ValueSource(chars = {';', ',', '\t'})
    void read_separator_isFoundWhateverTheTextHolds(char separator) {
        DeliveryReport report = read(Deliveries.text(rowsOfAllSeparators(), Deliveries.COLUMNS, separator, "\n"));
        assertThat(Deliveries.brief(report)).isEmpty();
        assertThat(report.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void read_titleFullOfAnotherSeparator_doesNotDecide() {
        String title = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v\n";
        DeliveryReport report = read(title + Deliveries.text(Deliveries.rows(1)));
        assertThat(Deliveries.brief(report)).containsExactly("TF-W03 WARNING 2");
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void read_lineEnd_isAnyOfThree(String lineEnd) {
        List<Map<String, String>> rows = Deliveries.rows(3);
        rows.set(1, Deliveries.row(2, "bezoeken", "x"));
        DeliveryReport report = read(Deliveries.text(rows, Deliveries.COLUMNS, ';', lineEnd));
        assertThat(Deliveries.brief(report)).containsExactly("TF-V03 ERROR 3 bezoeken");
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void read_noLineEndAtTheEnd_isTheSame() {
        String text = Deliveries.text(Deliveries.rows(3));
        DeliveryReport report = read(text.substring(0, text.length() - 1));
        assertThat(Deliveries.brief(report)).isEmpty();
        assertThat(report.rowsAccepted()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"een\ntwee", "een\r\ntwee\r\ndrie", "\"een\"\n\n\ntwee"})
    void read_lineEndWithinQuotes_keepsTheRowsOfASpreadsheet(String explanation) {
        List<Map<String, String>> rows = Deliveries.rows(3);
        rows.set(0, Deliveries.row(1, "toelichting", explanation));
        rows.set(2, Deliveries.row(3, "bezoeken", "x"));
        DeliveryReport report = read(Deliveries.text(rows));
        assertThat(Deliveries.brief(report)).containsExactly("TF-V03 ERROR 4 bezoeken");
        assertThat(report.rowsAccepted()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "19"})
    void read_titleRowsAboveTheHeader_arePassedOver(int titles) {
        List<Map<String, String>> rows = Deliveries.rows(2);
        rows.set(1, Deliveries.row(2, "bezoeken", "x"));
        DeliveryReport report = read("Telling welzijnswerk\n".repeat(titles) + Deliveries.text(rows));
        assertThat(Deliveries.brief(report))
                .containsExactly("TF-W03 WARNING " + (titles + 1), "TF-V03 ERROR " + (titles + 3) + " bezoeken");
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void read_otherOrderOfColumns_givesTheSameRows() {
        List<String> reversed = new ArrayList<>(Deliveries.COLUMNS);
        Collections.reverse(reversed);
        List<Map<String, String>> rows = Deliveries.rows(3);
        CountTable agreed = reader.readTable(DeliverySource.ofText("a.csv", Deliveries.text(rows)))
                .orThrow();
        CountTable other = reader.readTable(DeliverySource.ofText("b.csv", Deliveries.text(rows, reversed, ';', "\n")))
                .orThrow();
        assertThat(other.observations().toList())
                .isEqualTo(agreed.observations().toList());
        assertThat(other.size()).isEqualTo(3);
    }

    @Test
    void read_optionalColumnAbsent_isNotKnownAndNotZero() {
        List<String> columns = new ArrayList<>(Deliveries.COLUMNS);
        columns.remove("nieuwe_deelnemers");
        CountTable table = reader.readTable(
                        DeliverySource.ofText("telling.csv", Deliveries.text(Deliveries.rows(1), columns, ';', "\n")))
                .orThrow();
        int measure = columns.indexOf("nieuwe_deelnemers") + 3;
        assertThat(measure).isEqualTo(2);
        assertThat(table.observation(0).value(3)).isEmpty();
        assertThat(table.observation(0).value(2)).hasValue(40);
    }

    @Test
    void read_headerInCapitalsWithBlanks_isReadWithOneWarning() {
        String header =
                Deliveries.HEADER.toUpperCase(Locale.ROOT).replace('_', ' ').replace(";", " ; ");
        String text = Deliveries.text(Deliveries.rows(1)).replace(Deliveries.HEADER, header);
        DeliveryReport report = read(text);
        assertThat(Deliveries.brief(report)).containsExactly("TF-W02 WARNING 1");
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void read_columnTwice_countsNoRowButStillChecksTheOthers() {
        List<String> columns = new ArrayList<>(Deliveries.COLUMNS);
        columns.add("bezoeken");
        List<Map<String, String>> rows = List.of(Deliveries.row(1, "wijk", "nergens te vinden"));
        DeliveryReport report = read(Deliveries.text(rows, columns, ';', "\n"));
        assertThat(Deliveries.brief(report)).containsExactly("TF-S03 ERROR 1 bezoeken", "TF-V02 ERROR 2 wijk");
        assertThat(report.rowsAccepted()).isZero();
        assertThat(report.rows()).isEqualTo(1);
    }

    @Test
    void read_columnsWithoutName_areReportedOnceAndOnlyWhereSomethingStandsInThem() {
        String text = Deliveries.HEADER + ";;\u00a0;\n"
                + Deliveries.line(Deliveries.row(1)) + ";;\u00a0;\n"
                + Deliveries.line(Deliveries.row(2)) + ";;let op;\n"
                + Deliveries.line(Deliveries.row(3)) + ";;let op;1\n";
        DeliveryReport report = read(text);
        assertThat(Deliveries.brief(report)).containsExactly("TF-S02 WARNING 1 19", "TF-S02 WARNING 1 20");
        assertThat(report.rowsAccepted()).isEqualTo(3);
    }

    @Test
    void read_columnWithoutNameInTheMiddle_isCalledByItsNumber() {
        List<String> columns = new ArrayList<>(Deliveries.COLUMNS);
        columns.add(2, "");
        DeliveryReport report = read(Deliveries.text(List.of(Deliveries.row(1, "", "x")), columns, ';', "\n"));
        assertThat(Deliveries.brief(report)).containsExactly("TF-S02 WARNING 1 3");
    }
}
