package nl.betekenisvolmeten.indicators.formats;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
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
    static final ArchRule DEFINITION_USES_CORE_ONLY = uses("definition");

    @ArchTest
    static final ArchRule CSV_USES_SOURCE_AND_RESULT = uses("csv", "source", "result");

    @ArchTest
    static final ArchRule ZIP_USES_JAVA_ONLY = uses("zip");

    @ArchTest
    static final ArchRule RESULT_USES_CORE_ONLY = uses("result");

    @ArchTest
    static final ArchRule BULK_USES_SOURCE = uses("bulk", "source");

    @ArchTest
    static final ArchRule DATAPACKAGE_USES_CARRIERS = uses("datapackage", "csv", "json", "result", "zip");

    @ArchTest
    static final ArchRule XLSX_USES_SOURCE_AND_ZIP = uses("xlsx", "source", "zip");

    @ArchTest
    static final ArchRule JSON_ROWS_USE_SOURCE = uses("jsonrows", "source");

    @ArchTest
    static final ArchRule CARRIER_USES_ALL_CARRIERS = uses("carrier", "csv", "xlsx", "jsonrows", "source");

    @ArchTest
    static final ArchRule DELIVERY_USES_CARRIERS =
            uses("delivery", "bulk", "carrier", "csv", "definition", "jsonrows", "migration", "source");

    @ArchTest
    static final ArchRule JSON_USES_WHAT_IT_WRITES =
            uses("json", "burden", "context", "delivery", "definition", "result");

    @ArchTest
    static final ArchRule CONTEXT_USES_DEFINITION_AND_RESULT = uses("context", "definition", "result", "source");

    @ArchTest
    static final ArchRule MIGRATION_USES_DEFINITION = uses("migration", "definition");

    @ArchTest
    static final ArchRule TEMPLATE_USES_DEFINITION_AND_WORKBOOKS = uses("template", "definition", "xlsx");

    @ArchTest
    static final ArchRule DESCRIPTOR_USES_DEFINITION = uses("descriptor", "definition");

    @ArchTest
    static final ArchRule CONFORMANCE_USES_DEFINITION_AND_WRITES_CARRIERS =
            uses("conformance", "carrier", "definition", "source", "zip");

    @ArchTest
    static final ArchRule BURDEN_USES_DEFINITION = uses("burden", "definition");

    @ArchTest
    static final ArchRule COUNTING_USES_WHAT_IT_READS_AND_WRITES = uses("counting", "definition", "delivery", "source");

    @ArchTest
    static final ArchRule DELIVERIES_USE_ALL_THAT_READING_TOGETHER_TAKES =
            uses("deliveries", "context", "definition", "delivery", "migration", "source");

    @ArchTest
    static final ArchRule EXPLAIN_USES_WHAT_IT_READS =
            uses("explain", "definition", "deliveries", "delivery", "source");

    @ArchTest
    static final ArchRule REPORT_USES_DELIVERY_AND_DEFINITION = uses("report", "delivery", "definition");

    @ArchTest
    static final ArchRule TARGET_USES_DELIVERY_AND_DEFINITION = uses("target", "delivery", "definition", "source");

    @ArchTest
    static final ArchRule NEED_USES_DELIVERY_AND_DEFINITION = uses("need", "delivery", "definition", "source");

    @ArchTest
    static final ArchRule ACCOUNT_USES_DELIVERY_AND_DEFINITION =
            uses("account", "delivery", "definition", "source", "template");

    @ArchTest
    static final ArchRule SURVEY_USES_DELIVERY_AND_DEFINITION = uses("survey", "delivery", "definition", "source");

    @ArchTest
    static final ArchRule STORY_USES_DELIVERY_AND_DEFINITION =
            uses("story", "delivery", "definition", "jsonrows", "source");

    @ArchTest
    static final ArchRule CARRIERS_NEVER_KNOW_EACH_OTHER =
            slices().matching(OURS + "(csv|xlsx|json|jsonrows)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(OURS + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule OTHERS_KNOW_NO_EXAMPLES =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("..examples..", "..internal..");

    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_HAVE_TYPES_OF_JAVA_AND_OURS_ONLY =
            classes().that().arePublic().should(showOnlyOwnTypes());

    private static ArchCondition<JavaClass> showOnlyOwnTypes() {
        return new ArchCondition<>("show only types of Java and of ours") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<String> ancestors = Stream.concat(
                                type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                        .map(ancestor -> ancestor.getPackageName());
                report(type, type.getName(), ancestors, events);
                Stream.concat(type.getFields().stream(), type.getCodeUnits().stream())
                        .filter(ArchitectureTest::isShown)
                        .forEach(member -> report(
                                type,
                                member.getFullName(),
                                types(member)
                                        .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                                        .map(raw -> raw.getPackageName()),
                                events));
            }
        };
    }

    private static void report(JavaClass type, String where, Stream<String> packages, ConditionEvents events) {
        packages.filter(name -> !name.isEmpty()
                        && !name.startsWith("java.")
                        && !name.startsWith("nl.betekenisvolmeten.indicators"))
                .forEach(name -> events.add(SimpleConditionEvent.violated(type, where + " shows a type of " + name)));
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
