package nl.betekenisvolmeten.indicators.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every public type outside the machine rooms says what it is, and so does each of its public members. Doclint leaves that
 * out, as it would ask for a comment on the compact constructors of records too.
 */
class JavadocTest {

    private static final Path TOP = Path.of("..");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"indicators-core", "indicators-formats"})
    void publicMembers_haveAComment(String module) throws IOException {
        List<Path> files = sources(TOP.resolve(module).resolve("src/main/java"));
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(withoutComment(files)).isEmpty();
    }

    @Test
    void withoutComment_eachKindOfMember_isNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("Bare.java"), """
                package bare;
                public record Bare(int count) {
                    public static final int LIMIT = 3;
                    /** @throws IllegalArgumentException if negative */
                    public Bare {
                        if (count < 0) {
                            throw new IllegalArgumentException("count must not be negative: " + count);
                        }
                    }
                    public Bare(String text) {
                        this(text.length());
                    }
                    /** @return tags alone say nothing */
                    public int doubled() {
                        return 2 * count;
                    }
                    /** Returns it. */
                    public int documented() {
                        return count;
                    }
                    @Override
                    public String toString() {
                        return "";
                    }
                    int own() {
                        return count;
                    }
                    enum Hidden { ONE }
                    public enum Kind { ONE, /** Two. */ TWO }
                    public interface Takes {
                        void take();
                    }
                }
                """);
        assertThat(withoutComment(List.of(file)))
                .containsExactly(
                        "bare.Bare",
                        "bare.Bare.LIMIT",
                        "bare.Bare.<init>(String text)",
                        "bare.Bare.doubled()",
                        "bare.Bare.Kind",
                        "bare.Bare.Kind.ONE",
                        "bare.Bare.Takes",
                        "bare.Bare.Takes.take()");
    }

    /** The sources that others may use. */
    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Stream.of("internal", "module-info.java")
                            .noneMatch(name ->
                                    Stream.of(file.toString().split("[/\\\\]")).anyMatch(name::equals)))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> withoutComment(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            MemberScanner scanner = new MemberScanner(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, "");
            }
            return scanner.found;
        }
    }

    /** Goes through types and their members; the names of those around it are handed down. */
    private static final class MemberScanner extends TreePathScanner<Void, String> {

        private final DocTrees docs;
        private final List<String> found = new ArrayList<>();
        private String source = "";

        MemberScanner(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree unit, String around) {
            try {
                source = unit.getSourceFile().getCharContent(false).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            scan(unit.getTypeDecls(), unit.getPackageName() + ".");
            return null;
        }

        @Override
        public Void visitClass(ClassTree type, String around) {
            if (isSeen(type.getModifiers())) {
                check(around + type.getSimpleName());
                scan(type.getMembers(), around + type.getSimpleName() + ".");
            }
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, String around) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            if (isSeen(method.getModifiers()) && !overrides && !isCompact(method)) {
                check(around + method.getName() + "(" + String.join(", ", parameters(method)) + ")");
            }
            return null;
        }

        /** A compact constructor has no list of parameters in the source. */
        private boolean isCompact(MethodTree method) {
            if (parent().getKind() != Tree.Kind.RECORD || !method.getName().contentEquals("<init>")) {
                return false;
            }
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long from = Math.max(
                    docs.getSourcePositions().getStartPosition(unit, method),
                    docs.getSourcePositions().getEndPosition(unit, method.getModifiers()));
            long to = docs.getSourcePositions().getStartPosition(unit, method.getBody());
            return !source.substring((int) from, (int) to).contains("(");
        }

        private static List<String> parameters(MethodTree method) {
            return method.getParameters().stream()
                    .map(parameter -> parameter.getType() + " " + parameter.getName())
                    .toList();
        }

        @Override
        public Void visitVariable(VariableTree field, String around) {
            if (isSeen(field.getModifiers())) {
                check(around + field.getName());
            }
            return null;
        }

        private Tree parent() {
            return getCurrentPath().getParentPath().getLeaf();
        }

        /** Whether others see it: a member of an interface is public without saying so. */
        private boolean isSeen(ModifiersTree modifiers) {
            Set<Modifier> flags = modifiers.getFlags();
            boolean implied =
                    Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE).contains(parent().getKind())
                            && !flags.contains(Modifier.PRIVATE);
            return implied || flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
        }

        private void check(String name) {
            TreePath path = getCurrentPath();
            DocCommentTree comment = docs.getDocCommentTree(path);
            if (comment == null || comment.getFullBody().isEmpty()) {
                found.add(name);
            }
        }
    }
}
