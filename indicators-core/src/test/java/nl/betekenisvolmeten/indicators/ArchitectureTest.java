package nl.betekenisvolmeten.indicators;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import org.junit.jupiter.api.Test;

/** Holds the table of packages in the root's package-info, and what the core may not do. */
class ArchitectureTest {

    private static final String ROOT = "nl.betekenisvolmeten.indicators";
    private static final String CONSTRAINTS = "validation.constraints";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each package and what it may use, besides itself, the root and the root's internals. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            entry("finding"),
            entry("model", "finding"),
            entry("table", "model", "table.internal", "finding"),
            entry("table.internal"),
            entry("validation", "model", "table", "table.internal", "validation.internal", "finding"),
            entry("validation.internal", "table.internal"),
            entry("validation.constraints", "validation", "model", "table", "finding"),
            entry("counting", "model", "table", "finding"),
            entry("coverage", "model", "table", "finding"),
            entry("aggregation", "model", "table", "table.internal", "aggregation.internal", "coverage", "finding"),
            entry("aggregation.internal", "model", "table", "table.internal", "coverage"),
            entry("statistics"),
            entry("targets", "model", "table", "aggregation", "statistics", "finding"),
            entry("need", "model", "table", "aggregation", "statistics", "finding"),
            entry("comparison", "model", "table", "aggregation", "statistics", "finding"),
            entry("survey", "model", "validation"),
            entry(
                    "disclosure",
                    "model",
                    "table",
                    "aggregation",
                    "validation",
                    "statistics",
                    "comparison",
                    "targets",
                    "need",
                    "signal",
                    "plot",
                    "finding"),
            entry("signal", "model", "table", "aggregation", "statistics", "finding"),
            entry("plot", "comparison", "signal", "statistics", "model")));

    private static Map.Entry<String, Set<String>> entry(String name, String... used) {
        return Map.entry(name, Set.of(used));
    }

    /** An annotation names its validator, which names the annotation: the one cycle, so these two count as one package. */
    private static String[] namesOf(String name) {
        String full = name.isEmpty() ? ROOT : ROOT + "." + name;
        return name.equals(CONSTRAINTS) ? new String[] {full, full + ".internal"} : new String[] {full};
    }

    private static DescribedPredicate<JavaClass> oursExcept(String name) {
        List<String> allowed = new ArrayList<>(List.of(namesOf(name)));
        allowed.add(ROOT);
        allowed.add(ROOT + ".internal");
        for (String used : MAY_USE.getOrDefault(name, Set.of())) {
            allowed.add(ROOT + "." + used);
        }
        return resideInAPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new))))
                .as("ours other than " + allowed);
    }

    @Test
    void packages_useWhatTheTableAllows() {
        for (String name : MAY_USE.keySet()) {
            noClasses()
                    .that()
                    .resideInAnyPackage(namesOf(name))
                    .should()
                    .dependOnClassesThat(are(oursExcept(name)))
                    .allowEmptyShould(true)
                    .check(CORE);
        }
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().replace(CONSTRAINTS + ".internal", CONSTRAINTS);
    }

    @Test
    void packages_areAllInTheTable() {
        Set<String> known = Stream.concat(Stream.of("", "internal"), MAY_USE.keySet().stream())
                .map(name -> name.isEmpty() ? ROOT : ROOT + "." + name)
                .collect(Collectors.toSet());
        assertThat(CORE.stream().map(ArchitectureTest::packageOf))
                .isSubsetOf(known)
                .contains(ROOT + ".validation.internal", ROOT + ".aggregation");
    }

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(packageOf(type));
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    @Test
    void packages_haveNoCycles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(CORE);
    }

    /** A fault in what hides figures must not blind what checks them. */
    @Test
    void attackCheck_sharesNoCodeWithWhatHides() {
        Set<String> attack = Set.of(
                "AttackCheck",
                "Attacker",
                "BoundSystem",
                "DerivationText",
                "Insider",
                "KnownNumbers",
                "PublishedFigures",
                "WorldSearch");
        Set<String> data = Set.of("DisclosurePolicy", "PublicationPlan");
        DescribedPredicate<JavaClass> own = DescribedPredicate.describe(
                "others of disclosure",
                type -> type.getPackageName().equals(ROOT + ".disclosure")
                        && !isOneOf(type, attack)
                        && !isOneOf(type, data));
        classes()
                .that(DescribedPredicate.describe("the attack", type -> isOneOf(type, attack)))
                .should(haveNoDependencyOn(own))
                .check(CORE);
    }

    private static ArchCondition<JavaClass> haveNoDependencyOn(DescribedPredicate<JavaClass> others) {
        return new ArchCondition<>("have no dependency on " + others.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                others.test(dependency.getTargetClass().getBaseComponentType()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static boolean isOneOf(JavaClass type, Set<String> names) {
        String inPackage = type.getName().substring(type.getPackageName().length() + 1);
        return type.getPackageName().equals(ROOT + ".disclosure")
                && names.contains(inPackage.split("\\$", 2)[0]);
    }

    @Test
    void core_readsAndWritesNothing() {
        DescribedPredicate<JavaClass> files = resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .and(DescribedPredicate.describe(
                        "serialization of exceptions",
                        type -> !type.getFullName().equals("java.io.Serializable")));
        noClasses().should().dependOnClassesThat(are(files)).check(CORE);
    }

    /** What the guide says: a host decides what is logged. */
    @Test
    void core_logsNothing() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(System.Logger.class)
                .check(CORE);
    }

    private static final Set<String> MACHINE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.Calendar.getInstance",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.System.in",
            "java.lang.Throwable.printStackTrace",
            "java.lang.Math.random");

    /** Methods that ask for the default locale unless they are given one. */
    private static final Set<String> LOCALE_WHERE_NONE_IS_GIVEN = Set.of(
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.text.NumberFormat.getInstance()",
            "java.text.Collator.getInstance()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.util.Date.<init>()");

    private static boolean asksTheMachine(JavaAccess<?> access) {
        String target =
                access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
        return MACHINE.contains(target)
                || access.getTargetOwner().getFullName().equals("java.time.Clock")
                || LOCALE_WHERE_NONE_IS_GIVEN.contains(access.getTarget().getFullName());
    }

    @Test
    void core_asksTheMachineForNothing() {
        classes()
                .should(not(
                        "ask the machine for the time, a default or a console",
                        type -> type.getAccessesFromSelf().stream()
                                .filter(ArchitectureTest::asksTheMachine)
                                .map(JavaAccess::getDescription)))
                .check(CORE);
    }

    private static ArchCondition<JavaClass> not(String what, Function<JavaClass, Stream<String>> offences) {
        return new ArchCondition<>("not " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                offences.apply(type).forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
            }
        };
    }

    private static boolean isOursOrJava(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.isPrimitive()
                || base.getPackageName().startsWith("java.")
                || base.getPackageName().startsWith(ROOT);
    }

    /** Everything that a caller's code has to name, other than types of Java and of our API. */
    private static Stream<String> foreignTypesInTheApi(JavaClass type) {
        boolean constraint = type.getPackageName().equals(ROOT + ".validation.constraints");
        return typesInTheApi(type)
                .filter(shown -> !isOursOrJava(shown))
                .filter(shown -> !(constraint && shown.getPackageName().startsWith("jakarta.validation")))
                .map(shown -> type.getFullName() + " shows " + shown.getFullName());
    }

    private static Stream<String> internalTypesInTheApi(JavaClass type) {
        return typesInTheApi(type)
                .map(JavaClass::getBaseComponentType)
                .filter(shown -> shown.getPackageName().contains(".internal"))
                .map(shown -> type.getFullName() + " shows " + shown.getFullName());
    }

    private static Stream<JavaClass> typesInTheApi(JavaClass type) {
        boolean internal = type.getPackageName().contains(".internal");
        if (internal || !type.getModifiers().contains(JavaModifier.PUBLIC)) {
            return Stream.empty();
        }
        Stream<JavaClass> parents = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
        Stream<JavaMember> members = type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
        Stream<JavaClass> named = members.flatMap(member -> Stream.concat(
                member.getAllInvolvedRawTypes().stream(),
                member instanceof JavaCodeUnit unit ? unit.getExceptionTypes().stream() : Stream.empty()));
        return Stream.concat(parents, named);
    }

    @Test
    void api_showsNoTypesOfOthers() {
        classes()
                .should(not("show types of others", ArchitectureTest::foreignTypesInTheApi))
                .check(CORE);
    }

    /** Packages in which no method at all takes an {@code Optional}. */
    private static final Set<String> WITHOUT_OPTIONAL_PARAMETERS =
            Set.of(ROOT + ".comparison", ROOT + ".table", ROOT + ".validation");

    /** Methods that others see, and all of some packages; components of records may be one, and so may a lambda's. */
    private static Stream<String> optionalParameters(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !(unit.isConstructor() && type.isRecord()))
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED)
                        || WITHOUT_OPTIONAL_PARAMETERS.stream().anyMatch(type.getPackageName()::startsWith))
                .filter(unit -> unit.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getFullName().startsWith("java.util.Optional")))
                .map(unit -> unit.getFullName() + " takes an Optional");
    }

    @Test
    void methods_takeNoOptional() {
        classes()
                .should(not("take an Optional", ArchitectureTest::optionalParameters))
                .check(CORE);
    }

    @Test
    void api_showsNoInternals() {
        classes()
                .should(not("show internal types", ArchitectureTest::internalTypesInTheApi))
                .check(CORE);
    }

    @Test
    void rules_canFail() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(offender.get(Offender.class).getAccessesFromSelf().stream().filter(ArchitectureTest::asksTheMachine))
                .hasSize(4);
        assertThat(foreignTypesInTheApi(offender.get(Offender.class)))
                .containsExactly(Offender.class.getName() + " shows " + ConditionEvents.class.getName());
        assertThat(optionalParameters(offender.get(Offender.class))).hasSize(1);
        assertThat(internalTypesInTheApi(offender.get(Offender.class)))
                .containsExactly(Offender.class.getName() + " shows " + Dictionary.class.getName());
    }

    /** Does what the core may not. */
    @SuppressWarnings({"unused", "JavaTimeDefaultTimeZone", "StringCaseLocaleUsage", "SystemOut"})
    public static final class Offender {
        String asks() {
            System.out.println("x".toLowerCase());
            return java.time.LocalDate.now() + java.util.Locale.getDefault().toString();
        }

        public void shows(List<ConditionEvents> events) {
            events.clear();
        }

        public void takes(Optional<StringBuilder> text) {
            text.ifPresent(found -> found.append('.'));
        }

        public void showsInternals(Dictionary[] dictionaries) {
            dictionaries[0] = new Dictionary();
        }
    }
}
