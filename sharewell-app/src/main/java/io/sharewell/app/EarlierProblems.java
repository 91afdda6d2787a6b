package io.sharewell.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an earlier sweep met problems.
 *
 * @param accounts all accounts with a problem
 * @param regions of those accounts whose problems are all in certain Regions
 */
record EarlierProblems(Set<AccountId> accounts, Map<AccountId, List<Region>> regions) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @throws Failures.SetUpException if the file is no report with problems */
    static EarlierProblems in(Path report) {
        EarlierProblems problems = read(report);
        if (problems.accounts().isEmpty()) {
            throw new Failures.SetUpException(
                    "the report " + report + " has no problems: there is nothing to try again");
        }
        return problems;
    }

    private static EarlierProblems read(Path report) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(report));
            if (!json.path("problems").isArray()) {
                throw notAReport(report);
            }
            return of(json);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw notAReport(report);
        } catch (IOException e) {
            throw new Failures.SetUpException("the report " + report + " cannot be read: " + e.getMessage());
        }
    }

    private static Failures.SetUpException notAReport(Path report) {
        return new Failures.SetUpException(
                report + " is not a report of Sharewell: give the JSON file that --report of an earlier run wrote");
    }

    private static EarlierProblems of(JsonNode report) {
        Set<AccountId> whole = new HashSet<>();
        Map<AccountId, Set<Region>> parts = new HashMap<>();
        for (JsonNode problem : report.path("problems")) {
            AccountId account = AccountId.of(problem.path("accountId").asText());
            if (problem.hasNonNull("region")) {
                parts.computeIfAbsent(account, _ -> new TreeSet<>())
                        .add(Region.of(problem.path("region").asText()));
            } else {
                whole.add(account);
            }
        }
        Map<AccountId, List<Region>> regions = new HashMap<>();
        parts.forEach((account, of) -> regions.put(account, List.copyOf(of)));
        regions.keySet().removeAll(whole);
        whole.addAll(parts.keySet());
        return new EarlierProblems(whole, regions);
    }
}
