package io.sharewell.broker.domain;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.seal.SealContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Opens an account: one session, and a unit for each of its Regions. */
public final class AccountOpener {

    private static final String USUAL_PARTITION = "aws";

    private final AccountSessions sessions;
    private final RegionSelection selection;
    private final KnownRegions knownRegions;
    private final RegionDirectory directory;

    public AccountOpener(
            AccountSessions sessions, RegionSelection selection, KnownRegions knownRegions, RegionDirectory directory) {
        this.sessions = sessions;
        this.selection = selection;
        this.knownRegions = knownRegions;
        this.directory = directory;
    }

    /** @throws HeldUpException if AWS cannot be asked, or does not answer */
    public Opening open(AccountDiscovered account) {
        SessionRequest request = new SessionRequest(
                SealContext.of(account.envelope(), account.accountId()),
                Objects.requireNonNullElse(account.partition(), USUAL_PARTITION));
        return switch (sessions.opened(request)) {
            case Access.Open it -> opened(account, request, it.session());
            case Access.Refused it -> refused(account, it);
        };
    }

    private Opening opened(AccountDiscovered account, SessionRequest request, AccountSession session) {
        Envelope envelope = account.envelope().forNextStep();
        List<Region> regions = selection.of(account, request.partition());
        RegionKnowledge knowledge = knownRegions.of(request, session.session());
        List<AccountSessionOpened> units = new ArrayList<>();
        List<RegionSkipped> skipped = new ArrayList<>();
        for (Region region : regions) {
            whyNot(region, request.partition(), knowledge)
                    .map(problem -> new RegionSkipped(envelope, account.accountId(), region, problem))
                    .ifPresentOrElse(
                            skipped::add,
                            () -> units.add(new AccountSessionOpened(
                                    envelope,
                                    account.accountId(),
                                    region,
                                    account.workloadNamePrefix(),
                                    session.session(),
                                    session.grant())));
        }
        return new Opening.Opened(new AccountOpened(envelope, account.accountId(), regions), units, skipped, knowledge);
    }

    private Optional<Problem> whyNot(Region region, String partition, RegionKnowledge knowledge) {
        return selection.isWithoutTool(region)
                ? Optional.of(Problem.of(Reason.REGION_WITHOUT_TOOL))
                : whyNotEnabled(region, partition, knowledge)
                        .map(detail -> Problem.of(Reason.REGION_NOT_ENABLED, detail));
    }

    private Optional<String> whyNotEnabled(Region region, String partition, RegionKnowledge knowledge) {
        if (!directory.partitionOf(region).equals(partition)) {
            return Optional.of(region + " is not in the account's partition " + partition);
        }
        return switch (knowledge) {
            case RegionKnowledge.Known it ->
                Optional.ofNullable(it.notEnabled().get(region)).map(state -> "account:ListRegions says " + state);
            case RegionKnowledge.Refused _, RegionKnowledge.Failed _ -> Optional.empty();
        };
    }

    private static Opening refused(AccountDiscovered account, Access.Refused refused) {
        Problem problem = refused.problem();
        if (Patience.WITH_AN_ACCOUNT.allowsAnotherTry(
                refused, account.envelope().attempt())) {
            return new Opening.TryLater(problem.reason() + ", " + problem.detail());
        }
        return new Opening.Blocked(new AccountBlocked(account.envelope().forNextStep(), account.accountId(), problem));
    }
}
