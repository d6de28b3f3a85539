package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintDeclarationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.validation.constraints.ColumnOf;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Tests properties of classes that were never examined before, because properties are cached by class. */
@NullUnmarked
class BeanPropertiesTest {

    /** Loads the classes of this test anew. */
    private static final class Anew extends ClassLoader {

        Anew() {
            super(BeanPropertiesTest.class.getClassLoader());
        }

        static BeanProperties of(Class<?> type) {
            try {
                return BeanProperties.of(new Anew().loadClass(type.getName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(BeanPropertiesTest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the name of the property of each column. */
    private static Map<String, String> columns(Class<?> type) {
        return Anew.of(type).byColumn().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().name()));
    }

    record Visit(int aantalBezoeken, @ColumnOf("wijk") String wijkCode) {
        public boolean isNew() {
            return true;
        }

        public int getOther() {
            return 1;
        }

        @ColumnOf("duur")
        public int minutes() {
            return 60;
        }
    }

    @Test
    void record_hasItsComponentsAndMethodsThatNameAColumn() {
        assertThat(columns(Visit.class))
                .isEqualTo(Map.of("aantal_bezoeken", "aantalBezoeken", "wijk", "wijkCode", "duur", "minutes"));
        BeanProperties visit = Anew.of(Visit.class);
        assertThat(visit.columnName("wijkCode")).isEqualTo("wijk");
        assertThat(visit.columnName("nietBekend")).isEqualTo("niet_bekend");
        assertThat(visit.byColumn().get("wijk").named()).isTrue();
        assertThat(visit.byColumn().get("aantal_bezoeken").named()).isFalse();
    }

    static class Base<T> {
        @ColumnOf("basis")
        private int root;

        @ColumnOf("verborgen")
        private int shadowed;

        public int getRoot() {
            return root;
        }

        public int getShadowed() {
            return shadowed;
        }

        public T getValue() {
            return null;
        }
    }

    static class Bean extends Base<String> {
        @ColumnOf("zichtbaar")
        private int shadowed;

        private String secret;

        @Override
        public String getValue() {
            return "1";
        }

        public String getURL() {
            return "u";
        }

        public String getX() {
            return "x";
        }

        public String get1st() {
            return "1";
        }

        public boolean isOpen() {
            return true;
        }

        public Boolean isClosed() {
            return false;
        }

        public String isText() {
            return "no";
        }

        public String get() {
            return "none";
        }

        public boolean is() {
            return true;
        }

        public int count() {
            return 3;
        }

        public void getNothing() {}

        public int getAt(int index) {
            return index;
        }

        public static int getShared() {
            return 4;
        }

        String getHidden() {
            return secret;
        }
    }

    @Test
    void bean_hasItsGettersAndThoseOfItsSuperclasses() {
        assertThat(columns(Bean.class))
                .isEqualTo(Map.of(
                        "basis",
                        "root",
                        "zichtbaar",
                        "shadowed",
                        "value",
                        "value",
                        SnakeCase.of("URL"),
                        "URL",
                        "x",
                        "x",
                        SnakeCase.of("1st"),
                        "1st",
                        "open",
                        "open",
                        "closed",
                        "closed"));
        assertThat(Anew.of(Bean.class).byColumn().get("value").getter().getReturnType())
                .isEqualTo(String.class);
    }

    static class Chosen {
        public int getBezoeken() {
            return 1;
        }

        @ColumnOf("bezoeken")
        public int getVisits() {
            return 2;
        }
    }

    @Test
    void twoPropertiesOfOneColumn_theNamedOneCounts() {
        assertThat(columns(Chosen.class)).isEqualTo(Map.of("bezoeken", "visits"));
        assertThat(Anew.of(Chosen.class).byColumn().get("bezoeken").named()).isTrue();
    }

    static class Twice {
        @ColumnOf("bezoeken")
        public int getA() {
            return 1;
        }

        @ColumnOf("bezoeken")
        public int getB() {
            return 2;
        }
    }

    static class Unreadable {
        @ColumnOf("wijk")
        private String place;

        public int getOther() {
            return 1;
        }

        @Override
        public String toString() {
            return place;
        }
    }

    @Test
    void misuse_namesTheProperties() {
        BeanProperties twice = Anew.of(Twice.class);
        assertThatThrownBy(twice::byColumn)
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("for column bezoeken: a, b");
        BeanProperties unreadable = Anew.of(Unreadable.class);
        assertThatThrownBy(unreadable::byColumn)
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("place names a column but has no public getter");
    }
}
