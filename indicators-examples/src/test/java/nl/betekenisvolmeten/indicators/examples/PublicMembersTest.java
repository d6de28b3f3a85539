package nl.betekenisvolmeten.indicators.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The members that a host may use are those of a list, one for each module: a change of the API is one that someone wrote
 * down, until releases can be compared.
 */
class PublicMembersTest {

    private static final String ROOT = "nl.betekenisvolmeten.indicators.";
    private static final Set<String> OF_EVERY_TYPE = Set.of("equals", "hashCode", "toString", "values", "valueOf");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption((Location location) -> !location.contains("test-classes"))
            .importPackages(ROOT.substring(0, ROOT.length() - 1));

    /** The public types of a module that others may use, without its tests. */
    private static List<Class<?>> types(String module) {
        return CLASSES.stream()
                .filter(type -> !type.getPackageName().contains(".internal")
                        && !type.getPackageName().contains(".examples")
                        && type.getPackageName().contains(".formats") == module.equals("indicators-formats"))
                .<Class<?>>map(JavaClass::reflect)
                .filter(PublicMembersTest::isPublic)
                .toList();
    }

    /** A nested type is open to all only if the types around it are. */
    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    private static boolean isOpen(Member member) {
        int modifiers = member.getModifiers();
        return (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
                && !member.isSynthetic()
                && !OF_EVERY_TYPE.contains(member.getName());
    }

    private static Stream<String> lines(Class<?> type) {
        int modifiers = type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL);
        String head = Modifier.toString(modifiers) + " type "
                + above(type).map(Type::getTypeName).collect(Collectors.joining(", "));
        return Stream.of(
                        Stream.of(head),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(PublicMembersTest::isOpen)
                                .map(Constructor::toGenericString),
                        withHidden(type).flatMap(PublicMembersTest::members))
                .flatMap(lines -> lines)
                .map(line -> name(type) + ": " + withoutPackages(line));
    }

    /** Returns the types above that others may use too. */
    private static Stream<Type> above(Class<?> type) {
        Stream<Type> superclass = withHidden(type)
                .map(Class::getGenericSuperclass)
                .filter(Objects::nonNull)
                .reduce((lower, higher) -> higher)
                .stream();
        return Stream.concat(superclass, Arrays.stream(type.getGenericInterfaces()));
    }

    /** Returns a type with the superclasses that others do not see: it hands their members on. */
    private static Stream<Class<?>> withHidden(Class<?> type) {
        return Stream.concat(
                Stream.of(type),
                Stream.<Class<?>>iterate(
                        type.getSuperclass(), above -> above != null && !isPublic(above), Class::getSuperclass));
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(PublicMembersTest::isOpen)
                .map(Method::toGenericString);
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(PublicMembersTest::isOpen)
                .map(Field::toGenericString);
        return Stream.concat(methods, fields).map(line -> line.replace(" " + type.getName() + ".", " "));
    }

    private static String name(Class<?> type) {
        return type.getName().replace(ROOT, "").replace('$', '.');
    }

    private static String withoutPackages(String line) {
        return line.replaceAll("\\b(?:[a-z][a-z0-9_]*\\.)+(?=[A-Z])", "").replace('$', '.');
    }

    private static Set<String> without(Set<String> lines, Set<String> others) {
        Set<String> left = new TreeSet<>(lines);
        left.removeAll(others);
        return left;
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators-core", "indicators-formats"})
    void publicMembers_areThoseOfTheList(String module) throws IOException {
        Path list = Path.of("..", module, "src/test/resources/public-members.txt");
        Path found = Path.of("target", module + "-public-members.txt");
        Set<String> members =
                types(module).stream().flatMap(PublicMembersTest::lines).collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>(Files.readAllLines(list));
        if (!members.equals(listed)) {
            Files.createDirectories(found.getParent());
            Files.write(found, members);
        }
        assertThat(members).hasSizeGreaterThan(500);
        assertThat(members)
                .withFailMessage(
                        "members added: %s, removed: %s. If that is meant, copy %s over %s",
                        without(members, listed), without(listed, members), found, list)
                .isEqualTo(listed);
    }
}
