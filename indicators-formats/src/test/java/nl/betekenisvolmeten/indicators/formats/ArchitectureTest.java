package nl.betekenisvolmeten.indicators.formats;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.databind.JsonSerializer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which package of this module may know which, and what none of them does. */
@AnalyzeClasses(
        packages = "nl.betekenisvolmeten.indicators.formats",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String OURS = "nl.betekenisvolmeten.indicators.formats.";

    /** A package uses no others of this module than those named, and itself. */
    private static ArchRule uses(String name, String... others) {
        Set<String> allowed = Stream.concat(Stream.of(name), Stream.of(others))
                .map(other -> OURS + other)
                .collect(Collectors.toSet());
        return noClasses()
                .that()
                .resideInAPackage(OURS + name)
                .should()
                .dependOnClassesThat(describe(
                        "are of this module and not of " + allowed,
                        type -> type.getPackageName().startsWith(OURS) && !allowed.contains(type.getPackageName())));
    }

    @ArchTest
    // of the core it knows personal data only, as a file may be named after a person
    static final ArchRule SOURCE_STANDS_ALONE = classes()
            .that()
            .resideInAPackage(OURS + "source")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(OURS + "source", "nl.betekenisvolmeten.indicators.finding", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule DEFINITION_READS_TREES = uses("definition", "internal.definition");

    @ArchTest
    static final ArchRule TREES_USE_CORE_ONLY = uses("internal.definition");

    @ArchTest
    static final ArchRule DELIVERY_USES_DEFINITION_AND_THE_MACHINE_ROOM = uses(
            "delivery",
            "definition",
            "source",
            "internal.carrier",
            "internal.delivery",
            "internal.migration",
            "internal.rows");

    @ArchTest
    static final ArchRule THE_MACHINE_OF_DELIVERIES_USES_CARRIERS = uses(
            "internal.delivery",
            "definition",
            "source",
            "internal.bulk",
            "internal.carrier",
            "internal.csv",
            "internal.json",
            "internal.rows");

    @ArchTest
    static final ArchRule MIGRATION_USES_DEFINITION = uses("internal.migration", "definition");

    @ArchTest
    static final ArchRule FORM_USES_DELIVERY = uses(
            "form",
            "definition",
            "delivery",
            "source",
            "internal.carrier",
            "internal.csv",
            "internal.delivery",
            "internal.json",
            "internal.rows",
            "internal.xlsx");

    @ArchTest
    static final ArchRule TEMPLATE_USES_DEFINITION_AND_WRITES_CARRIERS = uses(
            "template",
            "definition",
            "source",
            "internal.carrier",
            "internal.csv",
            "internal.result",
            "internal.xlsx",
            "internal.zip");

    @ArchTest
    static final ArchRule REPORT_USES_DELIVERY = uses(
            "report",
            "definition",
            "delivery",
            "form",
            "source",
            "internal.chart",
            "internal.document",
            "internal.result");

    @ArchTest
    static final ArchRule DOCUMENTS_USE_WHAT_WRITES_THEM = uses(
            "internal.document", "internal.chart", "internal.html", "internal.result", "internal.xlsx", "internal.zip");

    @ArchTest
    static final ArchRule HTML_USES_CORE_ONLY = uses("internal.html");

    @ArchTest
    static final ArchRule CHARTS_USE_MARKUP = uses("internal.chart", "internal.html");

    @ArchTest
    static final ArchRule OUTPUT_USES_WHAT_IT_WRITES = uses(
            "output",
            "definition",
            "delivery",
            "form",
            "source",
            "internal.carrier",
            "internal.csv",
            "internal.document",
            "internal.result",
            "internal.rows",
            "internal.xlsx",
            "internal.zip");

    @ArchTest
    static final ArchRule ROWS_USE_SOURCE = uses("internal.rows", "source");

    @ArchTest
    static final ArchRule CSV_USES_ROWS = uses("internal.csv", "internal.rows", "source");

    @ArchTest
    static final ArchRule XLSX_USES_ROWS_AND_ZIP = uses("internal.xlsx", "internal.rows", "internal.zip", "source");

    @ArchTest
    static final ArchRule JSON_USES_ROWS = uses("internal.json", "internal.rows", "source");

    @ArchTest
    static final ArchRule RESULT_USES_CORE_ONLY = uses("internal.result");

    @ArchTest
    static final ArchRule ZIP_USES_JAVA_ONLY = uses("internal.zip");

    @ArchTest
    static final ArchRule BULK_USES_ROWS = uses("internal.bulk", "internal.rows", "source");

    @ArchTest
    static final ArchRule CARRIER_USES_ALL_CARRIERS =
            uses("internal.carrier", "internal.csv", "internal.xlsx", "internal.json", "internal.rows", "source");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(OURS + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_SHOW_NO_INTERNAL_TYPES = classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage("..internal..")
            .should(showNoInternalTypes());

    private static ArchCondition<JavaClass> showNoInternalTypes() {
        return new ArchCondition<>("show no internal types") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                shown(type, (where, name) -> {
                    if (name.contains(".internal")) {
                        events.add(SimpleConditionEvent.violated(type, where + " shows a type of " + name));
                    }
                });
            }
        };
    }

    @ArchTest
    static final ArchRule OTHERS_KNOW_NO_EXAMPLES =
            noClasses().should().dependOnClassesThat().resideInAPackage("..examples..");

    private static final String CORE = "nl.betekenisvolmeten.indicators.";
    private static final Set<String> OPEN_INTERNALS = Set.of(CORE + "validation.internal", CORE + "table.internal");

    @ArchTest
    static final ArchRule INTERNALS_OF_THE_CORE_ARE_THE_BATCHES = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "are internals of the core other than " + OPEN_INTERNALS,
                    type -> type.getPackageName().startsWith(CORE)
                            && !type.getPackageName().startsWith(OURS)
                            && type.getPackageName().contains(".internal")
                            && !OPEN_INTERNALS.contains(type.getPackageName())));

    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_HAVE_TYPES_OF_JAVA_AND_OURS_ONLY = classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage("..internal..")
            .and()
            // it is a module of Jackson
            .doNotHaveFullyQualifiedName(OURS + "output.IndicatorsModule")
            .should(showOnlyOwnTypes());

    private static ArchCondition<JavaClass> showOnlyOwnTypes() {
        return new ArchCondition<>("show only types of Java and of ours") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                shown(type, (where, name) -> {
                    if (!name.isEmpty()
                            && !name.startsWith("java.")
                            && !name.startsWith("nl.betekenisvolmeten.indicators")) {
                        events.add(SimpleConditionEvent.violated(type, where + " shows a type of " + name));
                    }
                });
            }
        };
    }

    /** Passes on each place where a type shows others, with the packages of those. */
    private static void shown(JavaClass type, BiConsumer<String, String> taker) {
        Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(ancestor -> ancestor.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(ancestor -> taker.accept(type.getName(), ancestor.getPackageName()));
        Stream.concat(type.getFields().stream(), type.getCodeUnits().stream())
                .filter(ArchitectureTest::isShown)
                .forEach(member -> types(member)
                        .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                        .forEach(raw -> taker.accept(member.getFullName(), raw.getPackageName())));
    }

    private static boolean isShown(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaMember member) {
        return member instanceof JavaCodeUnit unit
                ? Stream.of(
                                Stream.of(unit.getReturnType()),
                                unit.getParameterTypes().stream(),
                                unit.getExceptionTypes().stream().map(JavaType.class::cast))
                        .flatMap(part -> part)
                : Stream.of(((JavaField) member).getType());
    }

    /** Packages in which no method at all takes an {@code Optional}. */
    private static final Set<String> WITHOUT_OPTIONAL_PARAMETERS = Stream.of(
                    "source",
                    "output",
                    "report",
                    "internal.bulk",
                    "internal.carrier",
                    "internal.chart",
                    "internal.csv",
                    "internal.html",
                    "internal.json",
                    "internal.rows",
                    "internal.xlsx",
                    "internal.zip")
            .map(room -> OURS + room)
            .collect(Collectors.toSet());

    private static boolean mayTakeNoOptional(JavaCodeUnit unit) {
        boolean seenByOthers = unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED)
                || WITHOUT_OPTIONAL_PARAMETERS.contains(unit.getOwner().getPackageName());
        boolean written = !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean canonical = unit instanceof JavaConstructor && unit.getOwner().isRecord();
        // what Jackson asks for
        boolean serializer = unit.getOwner().isAssignableTo(JsonSerializer.class);
        return seenByOthers && written && !canonical && !serializer;
    }

    /** Methods that others see, and all of some packages; a lambda may be handed one, and a record may hold one. */
    @ArchTest
    static final ArchRule NO_METHOD_TAKES_AN_OPTIONAL = codeUnits()
            .that(describe("may not", ArchitectureTest::mayTakeNoOptional))
            .should()
            .notHaveRawParameterTypes(describe(
                    "one that is optional",
                    types -> types.stream().anyMatch(type -> type.getName().startsWith("java.util.Optional"))));

    /** A small check of a delivery starts without it: a test of the command line holds that. */
    @ArchTest
    static final ArchRule ONLY_RESULTS_AND_REPORTS_BIND_JSON = noClasses()
            .that()
            .resideOutsideOfPackages(OURS + "output", OURS + "report", OURS + "internal.result")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..");

    /** What PRIVACY.md says: no data go over a network. */
    @ArchTest
    static final ArchRule NOTHING_USES_THE_NETWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "java.nio.channels.spi..");

    /** What the guide says: a host decides what is logged, and nothing is printed. */
    @ArchTest
    static final ArchRule NOTHING_LOGS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(System.Logger.class)
            .orShould(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule NOTHING_READS_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(target(name("now"))
                    .and(target(owner(assignableTo(Instant.class)
                            .or(assignableTo(LocalDate.class))
                            .or(assignableTo(LocalDateTime.class))
                            .or(assignableTo(ZonedDateTime.class))))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat(assignableTo(Clock.class))
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule NOTHING_TAKES_THE_MACHINES_LOCALE_OR_ZONE = noClasses()
            .should()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault", Locale.Category.class)
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethodWhere(formatsWithoutLocale())
            .orShould()
            .callConstructor(java.util.Scanner.class, java.io.InputStream.class)
            .orShould()
            .callConstructor(java.io.InputStreamReader.class, java.io.InputStream.class)
            .orShould()
            .callMethod(String.class, "getBytes");

    private static DescribedPredicate<? super JavaMethodCall> formatsWithoutLocale() {
        return target(name("format").or(name("formatted")))
                .and(target(owner(assignableTo(String.class))))
                .and(DescribedPredicate.not(target(rawParameterTypes(describe(
                        "start with a locale",
                        types -> !types.isEmpty() && types.get(0).isEquivalentTo(Locale.class))))));
    }
}
