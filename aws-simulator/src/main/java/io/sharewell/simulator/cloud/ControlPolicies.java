package io.sharewell.simulator.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sharewell.simulator.iam.Policy;
import io.sharewell.simulator.iam.PolicySet.Level;
import io.sharewell.simulator.iam.PolicySet.ServiceControlPolicy;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The organization file's service control policies, where they are attached. */
final class ControlPolicies {

    private final OrganizationFile file;
    private final String organizationId;
    private final RoleReader reader;
    private final ServiceControlPolicy fullAccess;
    private final Map<List<String>, Level> levels = new HashMap<>();
    private final Map<Unit, List<Level>> inherited = new HashMap<>();

    ControlPolicies(OrganizationFile file, String organizationId, RoleReader reader) {
        this.file = file;
        this.organizationId = organizationId;
        this.reader = reader;
        this.fullAccess = new ServiceControlPolicy(
                "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess", allowAll());
    }

    /** What governs an account, from the root down to its own. The management account is governed by none. */
    List<Level> governing(AccountFile account, Unit unit) {
        if (unit == null || account.id().equals(file.managementAccountId())) {
            return List.of();
        }
        var own = account.serviceControlPolicies();
        if (own == null || own.isEmpty()) {
            return inherited.computeIfAbsent(unit, it -> it.levelsWith(level(List.of())));
        }
        return unit.levelsWith(level(own));
    }

    /** The policies of these names, besides FullAWSAccess; {@code null} names none. */
    Level level(List<String> names) {
        return levels.computeIfAbsent(names == null ? List.of() : names, this::read);
    }

    private Level read(List<String> names) {
        var attached = new ArrayList<ServiceControlPolicy>();
        attached.add(fullAccess);
        names.forEach(it -> attached.add(policy(it)));
        return new Level(List.copyOf(attached));
    }

    private ServiceControlPolicy policy(String name) {
        var document = file.serviceControlPolicies().get(name);
        if (document == null) {
            throw new OrganizationFileException("The service control policy " + name
                    + " is attached but not defined: add it below serviceControlPolicies");
        }
        var arn = "arn:aws:organizations::" + file.managementAccountId() + ":policy/" + organizationId
                + "/service_control_policy/p-" + Ids.lower(file.seed(), "scp " + name, 8);
        return new ServiceControlPolicy(arn, reader.policy(document, "service control policy " + name));
    }

    private static Policy allowAll() {
        var document = JsonNodeFactory.instance.objectNode();
        document.putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "*")
                .put("Resource", "*");
        return Policy.parse(document);
    }
}
