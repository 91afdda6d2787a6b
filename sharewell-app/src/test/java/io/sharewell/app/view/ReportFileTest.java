package io.sharewell.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.EventCodec;
import io.sharewell.events.ledger.SweepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    private Path folder;

    private final SweepReport report = ASmallSweep.of("sweep-1").report();

    @Test
    void theJsonIsTheWholeReport() throws IOException {
        Path file = folder.resolve("report.json");

        ReportFile.write(report, file);

        assertThat(EventCodec.mapper().build().readValue(file.toFile(), SweepReport.class))
                .isEqualTo(report);
        assertThat(Files.readString(file))
                .startsWith("{\n  \"sweepId\" : \"sweep-1\",\n")
                .endsWith("}\n");
    }

    @Test
    void aNameThatEndsInCsvGivesTheTable() throws IOException {
        Path file = folder.resolve("Report.CSV");

        ReportFile.write(report, file);

        assertThat(Files.readString(file)).startsWith("accountId,accountName,");
    }

    @Test
    void leavesNothingButTheReport() throws IOException {
        ReportFile.check(folder.resolve("report.json"));
        ReportFile.write(report, folder.resolve("report.json"));

        assertThat(filesIn(folder)).containsExactly("report.json");
    }

    @Test
    void takesThePlaceOfAnEarlierReportAndLeavesALinkALink() throws IOException {
        Path file = Files.writeString(folder.resolve("report-1.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file);

        ReportFile.write(report, link);

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).startsWith("{");
    }

    @Test
    void checkingAnExistingReportLeavesItAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "old");

        ReportFile.check(file);

        assertThat(file).hasContent("old");
    }

    @Test
    void makesFoldersThatAreMissing() {
        Path file = folder.resolve("reports/today/report.json");

        ReportFile.write(report, file);

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aFolderIsNoReport() {
        assertThatThrownBy(() -> ReportFile.check(folder))
                .isInstanceOf(ReportFileException.class)
                .hasMessage("The report cannot be written to " + folder
                        + " (it is a folder): name a file in a folder that you can write to, with --report FILE.");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> ReportFile.write(report, file.resolve("report.json")))
                .isInstanceOf(ReportFileException.class)
                .hasMessageStartingWith("The report cannot be written to " + file.resolve("report.json") + " (")
                .hasMessageEndingWith("): name a file in a folder that you can write to, with --report FILE.");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
