package io.sharewell.app.replay;

import io.sharewell.app.read.BrokerOptions;
import io.sharewell.app.read.KafkaAnswers;
import io.sharewell.app.read.UnreadableFeedException;
import io.sharewell.app.view.ExitStatus;
import io.sharewell.events.Topic;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import picocli.CommandLine;

/** Sends the records of a topic that a rule is for, and says which and why not the others. */
final class Resending {

    /** Whether it counts as a redrive. */
    enum Kind {
        REPLAY,
        REDRIVE
    }

    private final BrokerOptions broker;
    private final Kind kind;
    private final Again again;
    private final CommandLine command;
    private final PrintWriter out;

    Resending(BrokerOptions broker, Kind kind, Again again, CommandLine command) {
        this.broker = broker;
        this.kind = kind;
        this.again = again;
        this.command = command;
        this.out = command.getOut();
    }

    /** What to do with the records that are selected. */
    enum Deed {
        TELL,
        SEND
    }

    /**
     * Says what is to be sent, and sends it if asked to.
     *
     * @param rule asked for once; may read from the broker
     * @return the exit status
     */
    int run(String source, Supplier<Rule> rule, Topic target, Deed deed) {
        try {
            return read(source, rule.get(), (reader, plan) -> {
                switch (deed) {
                    case TELL -> {}
                    case SEND -> send(reader, plan, target);
                }
            });
        } catch (UnreadableFeedException e) {
            command.getErr().println(e.getMessage());
            return ExitStatus.NOT_COMPLETE;
        } finally {
            out.flush();
        }
    }

    private int read(String source, Rule rule, BiConsumer<TopicReader, Plan> then) {
        Plan plan = new Plan(rule);
        KafkaAnswers.of(broker).about(source, () -> {
            try (TopicReader reader = new TopicReader(broker, source)) {
                reader.read(plan::consider);
                tell(source, plan);
                if (plan.selected() > 0 && rule.objection(plan).isEmpty()) {
                    then.accept(reader, plan);
                }
            }
        });
        if (plan.selected() == 0) {
            return ExitStatus.NOTHING_SELECTED;
        }
        Optional<String> objection = rule.objection(plan);
        objection.ifPresent(command.getErr()::println);
        return objection.isPresent() ? ExitStatus.NOT_COMPLETE : ExitStatus.COMPLETE;
    }

    private void send(TopicReader reader, Plan plan, Topic target) {
        Plan.Chosen chosen = plan.chosen();
        try (Sender sender = new Sender(broker)) {
            try {
                reader.read(record -> {
                    if (chosen.includes(record)) {
                        int redrives = Parsed.redrives(record) + (kind == Kind.REDRIVE ? 1 : 0);
                        Parsed.of(record).ifPresent(it -> sender.send(again.of(record, it, redrives)));
                    }
                });
                sender.finish();
            } catch (KafkaException e) {
                throw notAll(e, sender, plan, target);
            }
            out.printf("Sent to %s: %d, as %s%n", broker.names().of(target), sender.confirmed(), again.replayId());
        }
    }

    private UnreadableFeedException notAll(KafkaException e, Sender sender, Plan plan, Topic target) {
        String why = e instanceof AuthorizationException
                ? "the principal of --command-config needs WRITE on the topic"
                : e.getMessage();
        return KafkaAnswers.of(broker)
                .refused(
                        "took only %d of %d records for %s"
                                .formatted(
                                        sender.confirmed(),
                                        plan.selected(),
                                        broker.names().of(target)),
                        why + ". To send all again does no harm.");
    }

    private void tell(String source, Plan plan) {
        out.printf("%s: %d records, %d to send%n", source, plan.read(), plan.selected());
        plan.causes().forEach((cause, deaths) -> {
            out.printf("  %6d died of %s, such as%n", deaths.count(), cause);
            deaths.examples().forEach(example -> out.printf("         %s%n", example));
        });
        plan.sweeps().forEach((sweep, count) -> out.printf("  %6d of sweep %s%n", count, sweep));
        int left = plan.left().values().stream().mapToInt(Integer::intValue).sum();
        if (left > 0) {
            out.printf("Left: %d%n", left);
            plan.left().forEach((why, count) -> out.printf("  %6d %s%n", count, why.text()));
            plan.toldOneByOne().forEach(record -> out.printf("         %s%n", record));
        }
        out.flush();
    }
}
