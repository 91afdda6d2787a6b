package io.sharewell.app.view;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.events.EventCodec;
import io.sharewell.events.ledger.SweepReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A sweep's report as a file: JSON, or a table of its workloads if the name ends in {@code .csv}. */
public final class ReportFile {

    private static final JsonMapper JSON =
            EventCodec.mapper().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportFile() {}

    /**
     * Whether a report could be written there; folders that are missing are made. To be asked before a long run.
     *
     * @throws ReportFileException if it could not
     */
    public static void check(Path path) {
        guarded(path, () -> {
            if (isSpecial(path)) {
                return;
            }
            Files.delete(Files.createFile(beside(path)));
        });
    }

    /**
     * Writes the report of a sweep alone.
     *
     * @throws ReportFileException if it cannot be written
     */
    public static void write(SweepReport report, Path path) {
        write(report, Optional.empty(), path);
    }

    /**
     * Writes the report. Whoever looks sees the file before or the whole new one, never a part.
     *
     * @param acceptance of the invitations that came of it; the member {@code acceptance} of the JSON
     * @throws ReportFileException if it cannot be written
     */
    public static void write(SweepReport report, Optional<SweepReport> acceptance, Path path) {
        write(path, out -> {
            if (isCsv(path)) {
                new CsvReport(report).writeTo(out);
            } else {
                ObjectNode json = JSON.valueToTree(report);
                acceptance.ifPresent(it -> json.set("acceptance", JSON.valueToTree(it)));
                writeLine(JSON.writeValueAsString(json), out);
            }
        });
    }

    /**
     * Writes JSON, in the same way.
     *
     * @throws ReportFileException if it cannot be written
     */
    public static void writeJson(String json, Path path) {
        write(path, out -> writeLine(json, out));
    }

    private static void writeLine(String json, BufferedWriter out) throws IOException {
        out.write(json);
        out.newLine();
    }

    private interface Content {
        void writeTo(BufferedWriter out) throws IOException;
    }

    private static void write(Path path, Content content) {
        guarded(path, () -> {
            if (isSpecial(path)) {
                writeTo(path, content);
                return;
            }
            Path unfinished = beside(path);
            try {
                writeTo(unfinished, content);
                Files.move(
                        unfinished, target(path), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        });
    }

    private static void writeTo(Path file, Content content) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            content.writeTo(out);
        }
    }

    private static boolean isCsv(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** A pipe or a device, such as {@code /dev/stdout}, is written to, not replaced. */
    private static boolean isSpecial(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder");
        }
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    /** On the same file system, or it could not take the file's place at once. */
    private static Path beside(Path path) throws IOException {
        Path target = target(path);
        Files.createDirectories(target.getParent());
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /** A symbolic link stays one. */
    private static Path target(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private static void guarded(Path path, FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static ReportFileException failed(Path path, IOException cause) {
        String why =
                switch (cause) {
                    case AccessDeniedException _ -> "access to it or its folder is denied";
                    case FileAlreadyExistsException it -> it.getFile() + " is not a folder";
                    case FileSystemException it when it.getReason() != null -> it.getReason();
                    default -> cause.getMessage();
                };
        return new ReportFileException(
                "The report cannot be written to " + path + " (" + why
                        + "): name a file in a folder that you can write to, with --report FILE.",
                cause);
    }
}
