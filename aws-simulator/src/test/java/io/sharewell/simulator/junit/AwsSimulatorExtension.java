package io.sharewell.simulator.junit;

import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A simulated AWS for tests, on free ports.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AwsSimulatorExtension AWS = AwsSimulatorExtension.of(GeneratedOrganization.of(20, 3, 1));
 * }</pre>
 *
 * <p>In a static field one simulator serves all tests of the class, and they see what others before them
 * did, unless {@link #freshPerTest()} is asked for. In a field of the instance each test has a simulator
 * of its own. Tests may take the {@link AwsSimulator} or this extension as a parameter. Tests of one
 * class that run at the same time share the world and its clock.
 */
public final class AwsSimulatorExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final String BEGINNING = "junit-beginning";

    private final SimulatorOptions options;
    private final boolean fresh;
    private AwsSimulator simulator;
    private AdminClient admin;
    private String startedBy;

    private AwsSimulatorExtension(SimulatorOptions options, boolean fresh) {
        this.options = options;
        this.fresh = fresh;
    }

    /** Nothing is throttled, so that tests do not depend on the machine's speed. */
    public static AwsSimulatorExtension of(OrganizationFile organization) {
        return of(SimulatorOptions.of(organization).withoutRateLimits());
    }

    public static AwsSimulatorExtension of(SimulatorOptions options) {
        return new AwsSimulatorExtension(options, false);
    }

    /**
     * The same, and before each test everything is as it was in the beginning: organization, shares, roles, settings,
     * clock, faults, journal and counters. Endpoints stay, and sessions that were given stay good.
     */
    public AwsSimulatorExtension freshPerTest() {
        return new AwsSimulatorExtension(options, true);
    }

    /** Where all AWS services answer; for {@code endpointOverride}. */
    public URI endpoint() {
        return simulator().endpoint();
    }

    /** Where the admin API and its page answer. */
    public URI adminEndpoint() {
        return simulator().adminEndpoint();
    }

    /** The key of the automation account's user, unless the organization file names users of its own. */
    public String accessKeyId() {
        return AwsSimulator.ACCESS_KEY_ID;
    }

    /** The secret to {@link #accessKeyId()}. */
    public String secretAccessKey() {
        return AwsSimulator.SECRET_ACCESS_KEY;
    }

    /** The simulator's time. */
    public SimulatedTime clock() {
        return new SimulatedTime(admin());
    }

    /**
     * Sets a fault.
     *
     * @param json as in {@code POST /admin/faults}
     */
    public void fault(String json) {
        admin().send("POST", "faults", json);
    }

    /**
     * What the admin API answers, as JSON.
     *
     * @param path behind {@code /admin/}, such as {@code journal?operation=AssumeRole}
     */
    public String admin(String path) {
        return admin().send("GET", path, "");
    }

    /** The simulator itself. */
    public AwsSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs only while tests do: do not ask for it in a static"
                    + " initializer, and register the extension with @RegisterExtension");
        }
        return simulator;
    }

    private AdminClient admin() {
        simulator();
        return admin;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // Not started yet: the extension stands in a field of the instance.
        start(context);
        if (fresh) {
            admin.send("DELETE", "faults", "");
            admin.send("POST", "snapshots/" + BEGINNING + "/restore", "");
            admin.send("DELETE", "journal", "");
            admin.send("DELETE", "calls", "");
        }
    }

    /** Once: a nested class begins while its outer one's simulator runs. */
    private void start(ExtensionContext context) {
        if (simulator == null) {
            simulator = AwsSimulator.start(options);
            admin = new AdminClient(simulator.adminEndpoint());
            startedBy = context.getUniqueId();
            admin.send("POST", "snapshots", "{\"name\": \"" + BEGINNING + "\"}");
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    private void stop(ExtensionContext context) {
        if (context.getUniqueId().equals(startedBy)) {
            simulator.close();
            simulator = null;
            startedBy = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == AwsSimulator.class || type == AwsSimulatorExtension.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AwsSimulator.class ? simulator() : this;
    }

    /** The simulator's time, which runs on its own and can be advanced. */
    public static final class SimulatedTime {

        private final AdminClient admin;

        private SimulatedTime(AdminClient admin) {
            this.admin = admin;
        }

        /**
         * Lets time pass at once: invitations and sessions expire, token buckets fill.
         *
         * @throws IllegalStateException if it is negative
         */
        public void advance(Duration by) {
            admin.send("POST", "clock", "{\"advance\": \"" + by + "\"}");
        }
    }
}
