package io.sharewell.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sharewell.events.AccountId;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.SweepFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an earlier sweep met problems, or came to no end.
 *
 * @param accounts all accounts with a problem
 * @param regions of those accounts whose problems are all in certain Regions
 */
record EarlierProblems(Set<AccountId> accounts, Map<AccountId, List<Region>> regions) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @throws Failures.SetUpException if the file is no report with problems of accounts, or does not name all of them */
    static EarlierProblems in(Path report) {
        JsonNode json = read(report);
        if (!json.path("listed").asBoolean(true)) {
            throw new Failures.SetUpException("the report " + report
                    + " is of a sweep that ended before all accounts were listed: leave --retry-problems out");
        }
        if (json.path("open").size() >= SweepFailed.MOST_OPEN) {
            throw new Failures.SetUpException("the report " + report + " names only the first " + SweepFailed.MOST_OPEN
                    + " of what is open: leave --retry-problems out");
        }
        EarlierProblems problems = in(json, report);
        if (problems.accounts().isEmpty()) {
            throw new Failures.SetUpException("the report " + report + whyNone(json));
        }
        return problems;
    }

    private static JsonNode read(Path report) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(report));
            if (!json.path("problems").isArray()) {
                throw notAReport(report);
            }
            return json;
        } catch (JsonProcessingException e) {
            throw notAReport(report);
        } catch (IOException e) {
            throw new Failures.SetUpException("the report " + report + " cannot be read: " + e.getMessage());
        }
    }

    private static Failures.SetUpException notAReport(Path report) {
        return new Failures.SetUpException(
                report + " is not a report of Sharewell: give the JSON file that --report of an earlier run wrote");
    }

    private static String whyNone(JsonNode report) {
        JsonNode acceptance = report.path("acceptance");
        if (!report.path("complete").asBoolean()) {
            return " is of a sweep that failed as a whole: leave --retry-problems out";
        }
        if (acceptance.isObject()
                && !(acceptance.path("complete").asBoolean()
                        && acceptance.path("problems").isEmpty())) {
            return " has no problems but those of accepting invitations: every run with --accept-with-role tries them"
                    + " again, leave --retry-problems out";
        }
        return report.path("problems").isEmpty()
                ? " has no problems: there is nothing to try again"
                : " has no problems but accounts that are not there: correct the selection, leave --retry-problems out";
    }

    private static EarlierProblems in(JsonNode json, Path report) {
        try {
            return of(json);
        } catch (IllegalArgumentException e) {
            throw notAReport(report);
        }
    }

    private static EarlierProblems of(JsonNode report) {
        Set<AccountId> whole = new TreeSet<>();
        Map<AccountId, Set<Region>> parts = new HashMap<>();
        for (JsonNode problem : report.path("problems")) {
            if (isOfNobody(problem)) {
                continue;
            }
            add(problem.path("accountId").asText(), problem.path("region").asText(null), whole, parts);
        }
        for (JsonNode open : report.path("open")) {
            // Account, account/Region or account/Region/workload
            String[] subject = open.asText().split("/");
            add(subject[0], subject.length == 1 ? null : subject[1], whole, parts);
        }
        Map<AccountId, List<Region>> regions = new HashMap<>();
        parts.forEach((account, of) -> regions.put(account, List.copyOf(of)));
        regions.keySet().removeAll(whole);
        whole.addAll(parts.keySet());
        return new EarlierProblems(whole, regions);
    }

    private static boolean isOfNobody(JsonNode problem) {
        return problem.path("reason").asText().equals(Reason.NO_SUCH_ACCOUNT.name());
    }

    /** @param region null if it is the whole account */
    private static void add(String accountId, String region, Set<AccountId> whole, Map<AccountId, Set<Region>> parts) {
        AccountId account = AccountId.of(accountId);
        if (region == null) {
            whole.add(account);
        } else {
            parts.computeIfAbsent(account, _ -> new TreeSet<>()).add(Region.of(region));
        }
    }
}
