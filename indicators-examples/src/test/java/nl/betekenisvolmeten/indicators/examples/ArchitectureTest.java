package nl.betekenisvolmeten.indicators.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The examples are written as any user of the library would. */
@AnalyzeClasses(
        packages = "nl.betekenisvolmeten.indicators.examples",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule EXAMPLES_USE_PUBLIC_API_ONLY = noClasses()
            .that()
            .resideInAPackage("..examples..")
            .and()
            // benchmarks measure parts of the machine room too
            .resideOutsideOfPackage("..benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..internal..");

    /** But for the benchmark's peers: they are what is compared with. */
    @ArchTest
    static final ArchRule EXAMPLES_LEAVE_READING_AND_WRITING_TO_THE_LIBRARY = noClasses()
            .that()
            .resideInAPackage("..examples..")
            .and()
            // benchmarks compare with other readers
            .resideOutsideOfPackage("..benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "de.siegmar..", "org.apache.commons..");

    /** What PRIVACY.md says: no data go over a network. */
    @ArchTest
    static final ArchRule NOTHING_USES_THE_NETWORK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net..", "javax.net..", "java.rmi..");

    @ArchTest
    static final ArchRule SAMPLES_KNOW_NO_COMMAND_LINE = noClasses()
            .that()
            .resideInAPackage("..sample..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..cli..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("nl.betekenisvolmeten.indicators.(**)").should().beFreeOfCycles();
}
