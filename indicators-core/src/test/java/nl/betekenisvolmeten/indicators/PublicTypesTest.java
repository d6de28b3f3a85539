package nl.betekenisvolmeten.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The public types of this module are those of a list: one more, or one less, is a decision. */
class PublicTypesTest {

    private static final String ROOT = "nl.betekenisvolmeten.indicators";
    private static final Path LIST = Path.of("src/test/resources/public-types.txt");
    private static final Path FOUND = Path.of("target/public-types.txt");
    private static final Pattern EXPORTED = Pattern.compile("exports ([\\w.]+);");

    private static final JavaClasses TYPES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName().contains(".internal");
    }

    private static TreeSet<String> without(Set<String> names, Set<String> others) {
        TreeSet<String> left = new TreeSet<>(names);
        left.removeAll(others);
        return left;
    }

    @Test
    void publicTypes_areThoseOfTheList() throws IOException {
        Set<String> found = TYPES.stream()
                .filter(type -> type.isTopLevelClass() && !isInternal(type))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>(Files.readAllLines(LIST));
        if (!found.equals(listed)) {
            Files.createDirectories(FOUND.getParent());
            Files.write(FOUND, found);
        }
        assertThat(found)
                .withFailMessage(
                        "public types added: %s, removed: %s. If that is meant, copy %s over %s",
                        without(found, listed), without(listed, found), FOUND, LIST)
                .isEqualTo(listed);
    }

    @Test
    void module_exportsEachPackageButInternals() throws IOException {
        Set<String> packages = TYPES.stream()
                .filter(type -> !isInternal(type) && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(EXPORTED.matcher(Files.readString(Path.of("src/main/java/module-info.java")))
                        .results()
                        .map((MatchResult export) -> export.group(1)))
                .containsExactlyInAnyOrderElementsOf(packages);
    }
}
