package io.sharewell.scanner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of the region-scanner. */
@ConfigMapping(prefix = "region-scanner")
public interface ScannerSettings {

    /** How many units are scanned at once. */
    @WithDefault("256")
    int concurrency();

    /** How long a unit may go without an answer from AWS before it goes to the retry ladder; at most ten times that in all. */
    @WithDefault("2m")
    Duration unitBudget();

    /** The file with the keyset that opens the sealed sessions, the same for broker, scanner and writer. */
    Optional<Path> sealKeyset();

    Rate rate();

    /**
     * How often the Well-Architected Tool is called, per account, Region and operation. AWS publishes no limits: the
     * defaults are a guess on the safe side.
     */
    interface Rate {
        /** Calls to the Well-Architected Tool per second, per account, Region and operation. */
        @WithDefault("10")
        double perSecond();

        /** Calls at once after a quiet time. */
        @WithDefault("20")
        int burst();

        /** The longest a call waits for its turn, and the longest a unit without a turn for its first call stays away. */
        @WithDefault("5s")
        Duration longestWait();
    }
}
