package nl.betekenisvolmeten.indicators.comparison;

import nl.betekenisvolmeten.indicators.model.AreaCode;

/** What an area is compared with. */
public sealed interface Reference {

    /**
     * Returns the word in files.
     *
     * @return {@code city}, {@code rest}, or an area's code
     */
    String code();

    /**
     * The whole gemeente, the area itself included; its value is taken as known. The usual choice, as it is the same for
     * all areas.
     */
    record City() implements Reference {
        @Override
        public String code() {
            return "city";
        }
    }

    /**
     * The gemeente without the area itself, which has a sampling error of its own. To be preferred where one area is a
     * large part of its city.
     */
    record RestOfCity() implements Reference {
        @Override
        public String code() {
            return "rest";
        }
    }

    /**
     * Another area of the same level.
     *
     * @param area its code
     */
    record OtherArea(AreaCode area) implements Reference {
        @Override
        public String code() {
            return area.value();
        }
    }
}
