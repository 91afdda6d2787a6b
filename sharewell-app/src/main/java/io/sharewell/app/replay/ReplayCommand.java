package io.sharewell.app.replay;

import io.sharewell.app.read.BrokerOptions;
import io.sharewell.app.view.ExitStatus;
import io.sharewell.events.Topic;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code replay}: records of an input topic once more. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = ExitStatus.NOT_COMPLETE,
        description = "Sends records of a topic of a running installation again. Whoever works on them decides on AWS's"
                + " state of now; sessions that are over are renewed.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Sent; with --dry-run: there is something to send.",
            "3:Kafka does not answer or refuses, and the message says what was sent; or an UNSHARE would be sent"
                    + " without being named.",
            "4:No record is selected.",
            "64:The command line is wrong."
        })
public final class ReplayCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    private Topic topic;

    @Mixin
    private FilterOptions options;

    /** By the clock of this machine. */
    public ReplayCommand() {
        this(Clock.systemUTC());
    }

    ReplayCommand(Clock clock) {
        this.clock = clock;
    }

    @Option(
            names = "--topic",
            required = true,
            paramLabel = "TOPIC",
            description = "accounts (opens the accounts again), account-sessions (scans again) or workloads-found"
                    + " (shares again).")
    void topic(String name) {
        Topic named = Arrays.stream(Topic.values())
                .filter(it -> it.family().contains(name))
                .findFirst()
                .orElseThrow(() -> wrong("'" + name + "' is no topic of Sharewell"));
        topic = switch (named) {
            case SHARE_RESULTS ->
                throw wrong("share-results says what came of the work; to say it again changes nothing");
            case SESSION_RENEWALS ->
                throw wrong(name + " holds records on their way to another session; replay the topic they come from");
            case ACCOUNTS, ACCOUNT_SESSIONS, WORKLOADS_FOUND -> named;
        };
        if (name.equals(named.dlq())) {
            throw wrong(name + " holds dead letters: ./sharewell redrive sends them back");
        }
        if (!name.equals(named.topicName())) {
            throw wrong(name + " comes back to " + named.topicName() + " by itself");
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(
                spec.commandLine(), "--topic: " + why + ". Give accounts, account-sessions or workloads-found");
    }

    @Override
    public Integer call() {
        ReplayRule rule = new ReplayRule(topic, options.filter(topic, clock), clock.instant());
        Again again = new Again("replay-" + UUID.randomUUID(), clock.instant(), broker.names());
        return new Resending(broker, Resending.Kind.REPLAY, again, spec.commandLine())
                .run(topic.topicName(), () -> rule, topic, options.deed());
    }
}
