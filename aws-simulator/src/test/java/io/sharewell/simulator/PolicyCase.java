package io.sharewell.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.RoleFile;
import io.sharewell.simulator.organization.WorkloadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A line of {@code policy-cases.yaml}, with the account in which it is tried. */
record PolicyCase(String group, String account, JsonNode written) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String ALLOW_ALL = "[{Effect: Allow, Action: '*', Resource: '*'}]";
    private static final String TRUST =
            "[{Effect: Allow, Principal: {AWS: '222222222222'}, Action: ['sts:AssumeRole', 'sts:SetSourceIdentity',"
                    + " 'sts:TagSession']}]";

    static List<PolicyCase> all() {
        try (var in = PolicyCase.class.getResourceAsStream("iam/policy-cases.yaml")) {
            var groups = YAML.readValue(in, new TypeReference<Map<String, List<JsonNode>>>() {});
            var cases = new ArrayList<PolicyCase>();
            groups.forEach((group, lines) -> lines.forEach(line -> {
                var account = String.valueOf(400_000_000_000L + cases.size());
                cases.add(new PolicyCase(group, account, inAccount(line, account)));
            }));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode inAccount(JsonNode line, String account) {
        return yaml(line.toString().replace("{account}", account));
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The id of the workload that the account has. */
    String workload() {
        return "0".repeat(20) + account;
    }

    boolean isChain() {
        return written.has("chain");
    }

    String region() {
        return written.path("region").asText("eu-west-1");
    }

    String expected() {
        return written.get("expect").asText();
    }

    boolean isAllowed() {
        return expected().equals("allowed");
    }

    boolean isRefusedAtOnce() {
        return expected().startsWith("assume");
    }

    /** Null if the case has none. */
    JsonNode document(String kind) {
        return written.has(kind) ? document(written.get(kind)) : null;
    }

    private static JsonNode document(JsonNode statements) {
        var document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        document.set("Statement", statements);
        return document;
    }

    AccountFile accountFile() {
        var roles = new ArrayList<>(List.of(role()));
        if (isChain()) {
            roles.add(RoleFile.allowing("Second", List.of("*")).withTrustPolicy(document("chain")));
        }
        var scps = written.has("scp") ? List.of(account) : List.<String>of();
        return AccountFile.of(account, "case-" + account, null)
                .withRoles(roles)
                .withServiceControlPolicies(scps)
                .withWorkloads(Map.of(
                        region(),
                        RegionWorkloads.listed(
                                List.of(new WorkloadFile(workload(), "Payments", null, null, null, null, null)))));
    }

    private RoleFile role() {
        var trust = written.has("trust") ? written.get("trust") : yaml(TRUST);
        var policy = written.has("role") ? written.get("role") : yaml(ALLOW_ALL);
        return new RoleFile(
                "WellArchitectedShares",
                null,
                null,
                null,
                document(trust),
                null,
                List.of(document(policy)),
                document("boundary"),
                null);
    }

    @Override
    public String toString() {
        return group + ": " + written.get("case").asText();
    }
}
