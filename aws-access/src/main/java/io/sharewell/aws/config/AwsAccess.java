package io.sharewell.aws.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.sharewell.aws.AwsClients;
import io.sharewell.aws.AwsSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The one set of AWS clients of a process. */
@Dependent
public class AwsAccess {

    @Produces
    @Singleton
    AwsClients clients(AwsAccessSettings settings, MeterRegistry metrics) {
        return new AwsClients(settings(settings), List.of(new CallMetrics(metrics)));
    }

    void close(@Disposes AwsClients clients) {
        clients.close();
    }

    /** What is wrong with the settings, each fault with its cure; for the check at start. */
    public static List<String> faults(AwsAccessSettings settings) {
        return AwsSettings.faults(
                        settings.endpointUrl(),
                        settings.callTimeout(),
                        settings.attemptTimeout(),
                        settings.attempts(),
                        settings.maxConnections())
                .stream()
                .map(fault -> "aws-access." + fault)
                .toList();
    }

    private static AwsSettings settings(AwsAccessSettings settings) {
        return new AwsSettings(
                settings.endpointUrl(),
                settings.callTimeout(),
                settings.attemptTimeout(),
                settings.attempts(),
                settings.maxConnections());
    }
}
