package io.sharewell.app;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.app.view.Terminal;
import io.sharewell.broker.aws.RoleArn;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.Purpose;
import io.sharewell.events.Selection;
import io.sharewell.events.ledger.SweepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One sweep over the organization, on this machine; then the invitations are accepted, if there is a role for it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "One sweep over the organization, with an embedded Kafka broker.",
            "The AWS credentials of this shell (default credentials chain) must be those of the automation account."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private SweepOptions options;

    @Mixin
    private SelectionOptions selection;

    @Option(
            names = "--accept-with-role",
            paramLabel = "ARN",
            description = "Then accept the invitations with this role in the reviews account: those to workloads,"
                    + " from accounts of the organization.")
    private String acceptWithRole;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), Terminal.ofThisProcess());
        Selection selected = selection.selection(options.partition());
        Optional<RoleArn> role = AcceptanceRole.of(acceptWithRole, options.reviewsAccount(), spec);
        List<String> fingerprint = new ArrayList<>(options.fingerprint());
        fingerprint.add("selection=" + selected);
        fingerprint.add("accept-with-role=" + acceptWithRole);
        return new LaptopSweep(console, options.brokerDir(), options.report())
                .run(
                        options.settings().withAcceptanceRole(role.map(RoleArn::toString)),
                        fingerprint,
                        sweeps -> run(sweeps, selected, role, console));
    }

    private int run(LaptopSweep.Sweeps sweeps, Selection selected, Optional<RoleArn> role, Console console)
            throws InterruptedException {
        SweepReport shared = sweeps.run(new SweepRequest(Purpose.SHARE, options.mode(), selected, Cause.REQUEST));
        console.show(shared);
        Optional<SweepReport> accepted = Optional.empty();
        if (role.isPresent() && shared.complete()) {
            accepted = Optional.of(sweeps.run(new SweepRequest(
                    Purpose.ACCEPT, options.mode(), Selection.of(role.get().account()), Cause.REQUEST)));
            accepted.ifPresent(console::show);
        }
        if (options.report().isPresent()) {
            console.write(shared, accepted, options.report().get());
        }
        return accepted.map(acceptance -> Math.max(ExitStatus.of(shared), ExitStatus.of(acceptance)))
                .orElseGet(() -> ExitStatus.of(shared));
    }
}
