package io.sharewell.app.replay;

import io.sharewell.app.read.BrokerOptions;
import io.sharewell.app.read.KafkaAnswers;
import io.sharewell.app.view.ExitStatus;
import io.sharewell.events.Topic;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code redrive}: dead letters back to where they come from. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = ExitStatus.NOT_COMPLETE,
        description =
                "Sends dead letters of a running installation back to the topic they come from, once their cause is"
                        + " cured; each at most three times. Their sessions are renewed.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Sent; with --dry-run: there is something to send.",
            "3:Kafka does not answer or refuses, and the message says what was sent; or an UNSHARE would be sent"
                    + " without being named.",
            "4:No record is selected.",
            "64:The command line is wrong."
        })
public final class RedriveCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    private Topic origin;

    @Mixin
    private FilterOptions options;

    /** By the clock of this machine. */
    public RedriveCommand() {
        this(Clock.systemUTC());
    }

    RedriveCommand(Clock clock) {
        this.clock = clock;
    }

    @Option(
            names = "--topic",
            required = true,
            paramLabel = "TOPIC.dlq",
            description = "accounts.dlq, account-sessions.dlq, workloads-found.dlq or session-renewals.dlq.")
    void topic(String name) {
        origin = Arrays.stream(Topic.values())
                .filter(it -> it.family().contains(it.dlq()) && it.dlq().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--topic: '" + name + "' is no dead-letter topic. Give "
                                + Arrays.stream(Topic.values())
                                        .filter(it -> it.family().contains(it.dlq()))
                                        .map(Topic::dlq)
                                        .collect(Collectors.joining(", "))));
    }

    @Override
    public Integer call() {
        ReplayRule workable = new ReplayRule(origin, options.filter(origin, clock), clock.instant());
        Again again = new Again("redrive-" + UUID.randomUUID(), clock.instant(), broker.names());
        return new Resending(broker, Resending.Kind.REDRIVE, again, spec.commandLine())
                .run(
                        origin.dlq(),
                        () -> new RedriveRule(workable, earlierRedrives(), broker.names()),
                        origin,
                        options.deed());
    }

    private EarlierRedrives earlierRedrives() {
        EarlierRedrives earlier = new EarlierRedrives();
        KafkaAnswers.of(broker).about(origin.topicName(), () -> {
            try (TopicReader reader = new TopicReader(broker, origin.topicName())) {
                reader.read(earlier::add);
            }
        });
        return earlier;
    }
}
