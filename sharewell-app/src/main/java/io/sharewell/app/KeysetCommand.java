package io.sharewell.app;

import io.sharewell.seal.Keysets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the keysets that the services need. */
@Command(
        name = "keyset",
        mixinStandardHelpOptions = true,
        description =
                "Makes a keyset: one seals sessions (broker, scanner and writer have it), one makes grants (only the broker has it).")
final class KeysetCommand implements Callable<Integer> {

    /** What a keyset is for. */
    enum Kind {
        SEAL,
        GRANT
    }

    @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}")
    private Kind kind;

    @Parameters(paramLabel = "FILE", description = "Where to write it; must not exist yet.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        switch (kind) {
            case SEAL -> Keysets.createSealKeyset(file);
            case GRANT -> Keysets.createGrantKeyset(file);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + file + ", readable by its owner only. Keep it secret.");
        out.flush();
        return 0;
    }
}
