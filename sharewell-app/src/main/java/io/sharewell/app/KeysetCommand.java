package io.sharewell.app;

import io.sharewell.seal.Keysets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the keysets that the services need, and rotates their keys. */
@Command(
        name = "keyset",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a keyset, or rotates its keys.",
            "One seals sessions (broker, scanner and writer have it), one makes grants (only the broker has it).",
            "To rotate: ADD, give the file to all; PROMOTE, give it to all again; and when nothing made with the old"
                    + " key is in use any more, RETIRE."
        })
final class KeysetCommand implements Callable<Integer> {

    /** What a keyset is for. */
    enum Kind {
        SEAL,
        GRANT
    }

    /** A step of a rotation. */
    enum Step {
        ADD,
        PROMOTE,
        RETIRE
    }

    /** One of the two. */
    static final class Deed {

        @Option(names = "--kind", required = true, description = "Make one: ${COMPLETION-CANDIDATES}.")
        private Kind kind;

        @Option(names = "--rotate", required = true, description = "A step of a rotation: ${COMPLETION-CANDIDATES}.")
        private Step step;
    }

    @ArgGroup(multiplicity = "1")
    private Deed deed;

    @Parameters(paramLabel = "FILE", description = "Where to write it, and must not exist yet; or the one to rotate.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(deed.kind != null ? make(deed.kind) : rotate(deed.step));
        out.flush();
        return 0;
    }

    private String make(Kind kind) {
        switch (kind) {
            case SEAL -> Keysets.createSealKeyset(file);
            case GRANT -> Keysets.createGrantKeyset(file);
        }
        return "Wrote " + file + ", readable by its owner only. Keep it secret.";
    }

    private String rotate(Step step) {
        switch (step) {
            case ADD -> Keysets.addKey(file);
            case PROMOTE -> Keysets.promote(file);
            case RETIRE -> Keysets.retire(file);
        }
        return switch (step) {
            case ADD ->
                "Added a key to " + file + ". It makes nothing yet: give the file to all who read, then PROMOTE.";
            case PROMOTE ->
                "The newest key of " + file + " is the primary now: give the file to all. RETIRE when nothing made with"
                        + " the old one is in use: sessions live an hour, grants seven days.";
            case RETIRE -> "Only the primary key is left in " + file + ": give the file to all.";
        };
    }
}
