package io.sharewell.app;

import io.sharewell.app.explain.Explanation;
import io.sharewell.app.explain.UnansweredException;
import io.sharewell.app.view.ExitStatus;
import io.sharewell.aws.AwsClients;
import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.AwsSettings;
import io.sharewell.events.AccountId;
import io.sharewell.events.Selection;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** The command {@code explain}: whether an account is selected, and by which rule. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says whether a sweep with this selection would be about an account, and by which rule.",
            "Takes a few calls to AWS Organizations, writes nothing, needs no broker."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:The account is selected.",
            "3:It cannot be told; the message names the cure.",
            "4:The account is not selected.",
            "64:The command line is wrong."
        })
final class ExplainCommand implements Callable<Integer> {

    private final Supplier<AwsCredentialsProvider> credentials;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ACCOUNT", converter = Converters.Account.class, description = "The account's id.")
    private AccountId account;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private RegionOption region;

    @Mixin
    private EndpointOption endpoint;

    /** With the credentials of this machine. */
    ExplainCommand() {
        this(() -> DefaultCredentialsProvider.builder().build());
    }

    ExplainCommand(Supplier<AwsCredentialsProvider> credentials) {
        this.credentials = credentials;
    }

    @Override
    public Integer call() {
        String partition = AwsRegions.partitionOf(region.of(spec));
        Selection selected = selection.selection(partition);
        PrintWriter out = spec.commandLine().getOut();
        try (AwsClients clients = new AwsClients(settings())) {
            OrganizationsClient organizations = clients.client(
                    OrganizationsClient.builder().credentialsProvider(credentials.get()), AwsRegions.homeOf(partition));
            Explanation explanation = Explanation.of(account, selected, organizations)
                    .orElseThrow(
                            () -> new Failures.SetUpException(
                                    "the organization has no account " + account
                                            + ": see aws organizations list-accounts, and whether these are the credentials of the right organization"));
            out.println(explanation.text());
            return explanation.isSelected() ? ExitStatus.COMPLETE : ExitStatus.NOTHING_SELECTED;
        } catch (UnansweredException e) {
            throw new Failures.SetUpException(e.getMessage());
        } finally {
            out.flush();
        }
    }

    private AwsSettings settings() {
        AwsSettings settings = AwsSettings.defaults();
        return endpoint.url().map(settings::withEndpointUrl).orElse(settings);
    }
}
