package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A result is a whole file with the rights of any other, or what was there is left as it was. */
class WholeFileTest {

    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return Stream.of(
                "convert GOOD",
                "count RECORDS --organisatie 91000011",
                "aggregate GOOD --by jaar",
                "compare GOOD --level wijk",
                "validate GOOD --report json",
                "template telformat-gebiedsgericht",
                "burden telformat-gebiedsgericht",
                "formats");
    }

    private Run run(String line, Path output) {
        Path good = Sheet.write(folder, "good.csv", Sheet.row());
        Path records = Sheet.writeText(
                folder,
                "records.csv",
                "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen\n"
                        + "2026-01-06;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;nee\n");
        List<Object> args = new ArrayList<>();
        Arrays.stream(line.split(" "))
                .map(part -> part.equals("GOOD") ? good : part.equals("RECORDS") ? records : part)
                .forEach(args::add);
        args.addAll(List.of("-o", output, "--force"));
        return Run.of(args.toArray());
    }

    /** What a result of the command may be called. */
    private static String name(String name, String command) {
        return name + (command.matches("(validate|burden|formats).*") ? ".json" : ".csv");
    }

    private boolean hasRights() {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_newFile_hasTheRightsOfAnyNewFile(String command) throws IOException {
        assumeTrue(hasRights(), "a system without such rights");
        Path out = folder.resolve(name("uit", command));
        run(command, out).exits(0);
        Path any = Files.createFile(folder.resolve("any"));
        assertThat(Files.getPosixFilePermissions(out)).isEqualTo(Files.getPosixFilePermissions(any));
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_fileThatIsThere_keepsItsRights(String command) throws IOException {
        assumeTrue(hasRights(), "a system without such rights");
        Path out = Sheet.writeText(folder, name("uit", command), "old");
        Set<PosixFilePermission> rights = PosixFilePermissions.fromString("rw-rw-r--");
        Files.setPosixFilePermissions(out, rights);
        run(command, out).exits(0);
        assertThat(Files.getPosixFilePermissions(out)).isEqualTo(rights);
        assertThat(Sheet.read(out)).isNotEqualTo("old");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_link_isFollowed(String command) throws IOException {
        Path real = Sheet.writeText(folder, "echt.csv", "old");
        Path link = folder.resolve(name("uit", command));
        assumeTrue(linked(link, real), "a system without links");
        run(command, link).exits(0);
        assertThat(link).isSymbolicLink();
        assertThat(Sheet.read(real)).isNotEqualTo("old");
    }

    private static boolean linked(Path link, Path to) {
        try {
            Files.createSymbolicLink(link, to);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_folder_isNotReplaced(String command) throws IOException {
        Path out = Files.createDirectory(folder.resolve(name("leeg", command)));
        // a report goes into a folder
        run(command, out).exits(command.startsWith("validate") ? 0 : 3);
        assertThat(out).isDirectory();
    }

    @Test
    void write_thatFailsHalfway_leavesWhatWasThere() {
        Path out = Sheet.writeText(folder, "uit.csv", "old");
        Terminal terminal = new Terminal(
                new Texts(Language.NL), new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        Output output = new Output(terminal);
        assertThatThrownBy(() -> output.write(out, to -> to.write("half \ud800 a character")))
                .isInstanceOf(CommandException.class);
        assertThatThrownBy(() -> output.writeBytes(out, to -> {
                    to.write(1);
                    throw new IOException("no space left on device");
                }))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("de schijf is vol");
        assertThat(Sheet.read(out)).isEqualTo("old");
        assertThat(folder.toFile().list()).containsExactly("uit.csv");
    }
}
