package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program cannot pass off a table as protected: the compiler refuses. */
class CheatsTest {

    @TempDir
    private Path folder;

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Program.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** What the compiler says of a program that publishes what an expression gives. */
    private List<String> errors(String expression, String more) throws URISyntaxException {
        String program = """
                import nl.betekenisvolmeten.indicators.disclosure.*;
                class Program {
                    static String publish(Protected<String> table) { return table.table(); }
                    static String run(InternalUse<String> internal, Protected<String> safe) { return publish(%s); }
                }
                %s
                """.formatted(expression, more);
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Path classes = Path.of(Protected.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        problems,
                        List.of("-proc:none", "-d", folder.toString(), "-classpath", classes.toString()),
                        null,
                        List.of(new Source(program)))
                .call();
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> problem.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void aProtectedTable_isPublished() throws URISyntaxException {
        assertThat(errors("safe", "")).isEmpty();
    }

    @Test
    void anInternalTable_isRefused() throws URISyntaxException {
        assertThat(errors("internal", "")).singleElement().asString().contains("InternalUse");
    }

    @Test
    void aProtectedTable_isNotMadeByHand() throws URISyntaxException {
        assertThat(errors("new Protected<>(internal.table(), \"x\")", ""))
                .singleElement()
                .asString()
                .contains("not public");
    }

    @Test
    void anOwnOutgoingTable_isRefused() throws URISyntaxException {
        assertThat(errors("safe", """
                        record Own(String table, String purpose) implements Outgoing<String> {}
                        """)).singleElement().asString().contains("sealed");
    }
}
