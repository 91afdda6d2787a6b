package io.sharewell.app.doctor;

import io.sharewell.aws.Denier;
import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an account's Regions answered to one operation of the Well-Architected Tool, by what it means. */
final class RegionAnswers<T> {

    private final DoctorSettings settings;
    private final AccountId account;
    private final Map<Region, T> given = new LinkedHashMap<>();
    private final Map<Cause, List<Region>> regions = new LinkedHashMap<>();
    private final Map<Cause, Problem> examples = new LinkedHashMap<>();
    private final List<Region> notEnabled = new ArrayList<>();
    private Finding silent;

    RegionAnswers(DoctorSettings settings, AccountId account) {
        this.settings = settings;
        this.account = account;
    }

    void add(Region region, Answer<T> answer) {
        switch (answer) {
            case Answer.Given<T>(T value) -> given.put(region, value);
            case Answer.Silent<T> it ->
                silent = Answer.noAnswer(region + ": " + it.trouble().message());
            case Answer.Refused<T> it when it.problem().reason() == Reason.REGION_NOT_ENABLED -> notEnabled.add(region);
            case Answer.Refused<T> it -> {
                Cause cause = cause(it);
                regions.computeIfAbsent(cause, _ -> new ArrayList<>()).add(region);
                examples.putIfAbsent(cause, it.problem());
            }
        }
    }

    Map<Region, T> given() {
        return given;
    }

    List<Region> notEnabled() {
        return notEnabled;
    }

    /** What is not as it should be; empty if all is. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        regions.forEach((cause, where) -> findings.add(finding(cause, where)));
        if (silent != null) {
            findings.add(silent);
        }
        return findings;
    }

    private static Cause cause(Answer.Refused<?> refused) {
        return switch (refused.problem().reason()) {
            case DENIED ->
                refused.denier() == Denier.PERMISSIONS_BOUNDARY
                        ? Cause.ACTION_DENIED_BY_BOUNDARY
                        : Cause.ACTION_NOT_ALLOWED;
            case DENIED_BY_SCP -> Cause.TOOL_DENIED_BY_SCP;
            case TOKEN_REJECTED -> Cause.TOKEN_REJECTED;
            default -> Cause.UNEXPECTED_ANSWER;
        };
    }

    private Finding finding(Cause cause, List<Region> where) {
        Problem example = examples.get(cause);
        String seen = example.detail() + " In: " + EnabledRegionsCheck.names(where) + ".";
        if (cause == Cause.TOOL_DENIED_BY_SCP) {
            return deniedByScp(where, seen);
        }
        return cause == Cause.ACTION_NOT_ALLOWED || cause == Cause.ACTION_DENIED_BY_BOUNDARY
                ? Finding.of(
                        cause,
                        seen,
                        example.remedy() + " The StackSet of deploy/iam/member-role.yaml has all that a sweep needs.",
                        Commands.rolePolicies(settings.roleName()))
                : Finding.of(cause, seen, example.remedy());
    }

    /** A sweep calls a Region that a policy denies skipped; that it was asked for by name, or is every one, is a problem. */
    private Finding deniedByScp(List<Region> where, String seen) {
        boolean some = settings.regions().isEmpty() && !given.isEmpty();
        return Finding.of(
                some ? Cause.REGIONS_DENIED_BY_SCP : Cause.TOOL_DENIED_BY_SCP,
                seen,
                some
                        ? "A service control policy denies these Regions, so a sweep skips them. If there should be"
                                + " workloads, exempt the role from the policy."
                        : "A service control policy denies the Well-Architected Tool wherever it was asked: exempt the role"
                                + " from the policy (in the management account), or leave the account out.",
                Commands.policyBehind(seen, account));
    }
}
