package nl.betekenisvolmeten.indicators.examples.embedding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import nl.betekenisvolmeten.indicators.validation.constraints.NoPersonalData;
import nl.betekenisvolmeten.indicators.validation.constraints.PeriodCode;
import nl.betekenisvolmeten.indicators.validation.constraints.ValidAreaCode;
import nl.betekenisvolmeten.indicators.validation.constraints.ValidKvkNumber;

/**
 * A bean of a web form, checked by Jakarta Validation. The host brings an implementation, such as hibernate-validator.
 *
 * @param organisation a number in the trade register
 * @param area a district
 * @param period a period, as CBS writes it
 * @param visits the number of visits
 * @param note remarks, without personal data
 */
public record FormBean(
        @ValidKvkNumber String organisation,
        @ValidAreaCode String area,
        @NotBlank @PeriodCode String period,
        @PositiveOrZero long visits,
        @NoPersonalData String note) {}
