package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

    @ParameterizedTest
    @CsvSource({
        "wijk, wijk",
        "uniekeDeelnemers, unieke_deelnemers",
        "unieke_deelnemers, unieke_deelnemers",
        "URL, url",
        "kvkURLCode, kvk_url_code",
        "per1000Inwoners, per1000_inwoners",
        "ID, id"
    })
    void of_property_column(String property, String column) {
        assertThat(SnakeCase.of(property)).isEqualTo(column);
    }
}
