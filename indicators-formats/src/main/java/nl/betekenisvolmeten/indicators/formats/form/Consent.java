package nl.betekenisvolmeten.indicators.formats.form;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The consent of the one who told a story.
 *
 * @param givenOn when it was given
 * @param purpose what the story may be used for
 * @param withdrawnOn when it was withdrawn; empty as long as it holds
 */
public record Consent(LocalDate givenOn, String purpose, Optional<LocalDate> withdrawnOn) {

    /** @throws IllegalArgumentException if there is no purpose, or it was withdrawn before it was given */
    public Consent {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a consent has a purpose");
        }
        if (withdrawnOn.filter(day -> day.isBefore(givenOn)).isPresent()) {
            throw new IllegalArgumentException("withdrawn on " + withdrawnOn.get() + ", given on " + givenOn);
        }
    }

    /**
     * A consent that holds.
     *
     * @param givenOn when it was given
     * @param purpose what the story may be used for
     * @return the consent
     * @throws IllegalArgumentException if there is no purpose
     */
    public static Consent of(LocalDate givenOn, String purpose) {
        return new Consent(givenOn, purpose, Optional.empty());
    }

    /**
     * This consent, withdrawn. It may be withdrawn at any time, and then holds no more.
     *
     * @param day when it was withdrawn
     * @return the consent
     * @throws IllegalArgumentException if that is before it was given
     */
    public Consent withWithdrawal(LocalDate day) {
        return new Consent(givenOn, purpose, Optional.of(day));
    }

    /**
     * Whether it was not withdrawn.
     *
     * @return true as long as it holds
     */
    public boolean holds() {
        return withdrawnOn.isEmpty();
    }
}
