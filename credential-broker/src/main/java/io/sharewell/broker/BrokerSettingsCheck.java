package io.sharewell.broker;

import io.sharewell.aws.DefaultRegions;
import io.sharewell.aws.config.AwsAccess;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.broker.aws.RoleArn;
import io.sharewell.broker.aws.RoleForm;
import io.sharewell.events.Region;
import io.sharewell.messaging.SettingsCheck;
import io.sharewell.seal.Grants;
import io.sharewell.seal.KeysetException;
import io.sharewell.seal.SessionSeal;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What can be wrong with the settings of this module. The patterns are those of AWS's API references. */
@Singleton
class BrokerSettingsCheck implements SettingsCheck {

    private static final String PREFIX = "credential-broker.";
    private static final Duration SHORTEST_SESSION = Duration.ofMinutes(15);
    private static final Duration LONGEST_SESSION = Duration.ofHours(1);
    private static final int MOST_TAGS = 50;

    private final BrokerSettings settings;
    private final AwsAccessSettings aws;

    BrokerSettingsCheck(BrokerSettings settings, AwsAccessSettings aws) {
        this.settings = settings;
        this.aws = aws;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        checkRole(faults);
        checkSession(faults);
        checkRegions("sts-regions", settings.stsRegions(), DefaultRegions::named, faults);
        // AWS may have Regions that its SDK does not know yet
        checkRegions("regions", settings.regions().orElse(List.of()), Region::of, faults);
        checkNumbers(faults);
        checkSessionPolicy(faults);
        checkKeyset("seal-keyset", "SEAL", settings.sealKeyset(), SessionSeal::from, faults);
        checkKeyset("grant-keyset", "GRANT", settings.grantKeyset(), Grants::from, faults);
        faults.addAll(AwsAccess.faults(aws));
        return faults;
    }

    private void checkRole(List<String> faults) {
        match(
                "role-name",
                settings.roleName(),
                RoleForm.NAME,
                "a role's name without its path, such as " + RoleForm.USUAL_NAME,
                faults);
        settings.acceptanceRole().ifPresent(arn -> checkAcceptanceRole(arn, faults));
        match("role-path", settings.rolePath(), RoleForm.PATH, "/ or /some/path/", faults);
        settings.accountsTopic()
                .ifPresent(topic -> match(
                        "accounts-topic",
                        topic,
                        "[A-Za-z0-9._-]{1,249}",
                        "the name of a topic, such as accounts",
                        faults));
        settings.externalId()
                .ifPresent(id -> match(
                        "external-id",
                        id,
                        RoleForm.EXTERNAL_ID,
                        "2 to 1224 letters, digits or any of _+=,.@:/-, as in the roles' trust policies",
                        faults));
    }

    private void checkSessionPolicy(List<String> faults) {
        try {
            settings.sessionPolicy().ifPresent(SessionPolicyFile::read);
        } catch (IllegalArgumentException e) {
            faults.add(PREFIX + "session-policy: " + e.getMessage());
        }
    }

    private static void checkAcceptanceRole(String arn, List<String> faults) {
        try {
            RoleArn.parse(arn);
        } catch (IllegalArgumentException e) {
            faults.add(PREFIX + "acceptance-role: " + e.getMessage());
        }
    }

    private void checkSession(List<String> faults) {
        Duration duration = settings.sessionDuration();
        if (duration.compareTo(SHORTEST_SESSION) < 0 || duration.compareTo(LONGEST_SESSION) > 0) {
            faults.add(PREFIX + "session-duration is " + duration + ": give 15m to 1h, AWS allows no more where one"
                    + " role assumes another");
        }
        settings.sourceIdentity()
                .ifPresent(identity -> match(
                        "source-identity",
                        identity,
                        "[\\w+=,.@-]{2,64}",
                        "2 to 64 letters, digits or any of _+=,.@-",
                        faults));
        if (settings.sessionTags().size() > MOST_TAGS) {
            faults.add(PREFIX + "session-tags has " + settings.sessionTags().size() + " tags: AWS allows " + MOST_TAGS);
        }
        settings.sessionTags().forEach((key, value) -> {
            if (key.length() > 128 || value.length() > 256) {
                faults.add(PREFIX + "session-tags." + key + " is too long: 128 characters of key, 256 of value");
            }
        });
    }

    private static void checkRegions(
            String setting, List<String> regions, Consumer<String> parser, List<String> faults) {
        for (String region : regions) {
            try {
                parser.accept(region);
            } catch (IllegalArgumentException e) {
                faults.add(PREFIX + setting + ": " + e.getMessage());
            }
        }
    }

    private void checkNumbers(List<String> faults) {
        if (settings.concurrency() < 1) {
            faults.add(PREFIX + "concurrency is " + settings.concurrency() + ": it must be at least 1");
        }
        if (settings.renewalsConcurrency() < 1) {
            faults.add(
                    PREFIX + "renewals-concurrency is " + settings.renewalsConcurrency() + ": it must be at least 1");
        }
        if (!(settings.stsRate() > 0)) {
            faults.add(PREFIX + "sts-rate is " + settings.stsRate() + ": give the calls per second, such as 300");
        }
    }

    private static void checkKeyset(
            String setting, String kind, Optional<Path> file, BiConsumer<Path, String> reading, List<String> faults) {
        if (file.isEmpty()) {
            faults.add(PREFIX + setting + " is not set: set it to a keyset file; './sharewell keyset --kind " + kind
                    + " FILE' makes one");
            return;
        }
        try {
            reading.accept(file.get(), PREFIX + setting);
        } catch (KeysetException e) {
            faults.add(PREFIX + setting + ": " + e.getMessage());
        }
    }

    private static void match(String setting, String value, String pattern, String rule, List<String> faults) {
        if (!value.matches(pattern)) {
            faults.add(PREFIX + setting + " is '" + value + "': give " + rule);
        }
    }
}
