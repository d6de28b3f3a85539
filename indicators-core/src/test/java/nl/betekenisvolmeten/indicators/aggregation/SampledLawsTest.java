package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.engine.hooks.statistics.StatisticsCollectorImpl;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * Checks the laws of aggregation on a few fixed samples each, without shrinking: fast enough to run for every mutant of
 * a mutation test. The laws themselves use more samples, and new ones each time.
 */
class SampledLawsTest {

    private static final int SAMPLES = 6;
    private static final int SIZE = 1_000;

    /** Discards the statistics that the laws collect about their samples. */
    private static final class Collectors extends HashMap<String, StatisticsCollectorImpl> {
        private static final long serialVersionUID = 1;

        @Override
        public StatisticsCollectorImpl get(Object label) {
            return computeIfAbsent((String) label, StatisticsCollectorImpl::new);
        }
    }

    private static Stream<Named<Method>> laws() {
        return Stream.of(
                        AggregatorProperties.class,
                        AgreementCellProperties.class,
                        AreaConversionProperties.class,
                        BatchProperties.class,
                        DeliveredWorldProperties.class,
                        LedgerAggregatorProperties.class,
                        OverlapProperties.class,
                        OwnTotalsProperties.class,
                        PersonsOracleProperties.class,
                        PersonsProperties.class,
                        PossibleCodesProperties.class,
                        ReachProperties.class,
                        RejectedRowsProperties.class,
                        SharedProperties.class,
                        UnionProgramProperties.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Property.class))
                        .sorted(Comparator.comparing(Method::getName)))
                .map(method -> Named.of(method.getDeclaringClass().getSimpleName() + "." + method.getName(), method));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void law_onFixedSamples_holds(Method law) {
        JqwikSession.run(() -> {
            Store.getOrCreate(StatisticsCollectorImpl.COLLECTORS_ID, Lifespan.RUN, Collectors::new);
            Object tests = tests(law);
            int held = 0;
            for (int sample = 0; sample < SAMPLES; sample++) {
                Random random = new Random(sample);
                Object[] arguments = Arrays.stream(law.getParameters())
                        .map(parameter -> argument(tests, parameter, random))
                        .toArray();
                held += isApplicable(law, tests, arguments) ? 1 : 0;
            }
            assertThat(held).as("samples that the law is about").isPositive();
        });
    }

    private static Object tests(Method law) throws ReflectiveOperationException {
        return law.getDeclaringClass().getDeclaredConstructor().newInstance();
    }

    /** Checks a law on a sample. Returns whether the law applies, which means that its assumptions hold. */
    private static boolean isApplicable(Method law, Object tests, Object[] arguments) throws Throwable {
        try {
            assertThat(law.invoke(tests, arguments)).as(law.getName()).isNotEqualTo(false);
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof TestAbortedException) {
                return false;
            }
            throw e.getCause();
        }
    }

    private static Object argument(Object tests, Parameter parameter, Random random) {
        String provider = parameter.getAnnotation(ForAll.class).value();
        if (!provider.equals(ForAll.NO_VALUE)) {
            return provided(tests, provider).generator(SIZE).next(random).value();
        }
        if (parameter.getType() == Random.class) {
            return random;
        }
        if (parameter.getType() == long.class) {
            return random.nextLong();
        }
        IntRange range = parameter.getAnnotation(IntRange.class);
        return range.min() + random.nextInt(range.max() - range.min() + 1);
    }

    private static Arbitrary<?> provided(Object tests, String provider) {
        Class<?> type = tests.getClass();
        Method found = Stream.of(type.getDeclaredMethods(), type.getMethods())
                .flatMap(Stream::of)
                .filter(method -> method.getName().equals(provider))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(provider + " of " + type));
        try {
            return (Arbitrary<?>) found.invoke(tests);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(found.toString(), e);
        }
    }
}
