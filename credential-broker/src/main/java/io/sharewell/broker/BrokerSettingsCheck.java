package io.sharewell.broker;

import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.config.AwsAccess;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.broker.aws.RoleArn;
import io.sharewell.broker.aws.RoleForm;
import io.sharewell.events.Region;
import io.sharewell.messaging.SettingFaults;
import io.sharewell.messaging.SettingsCheck;
import io.sharewell.seal.KeysetFaults;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the settings of this module. The patterns are those of AWS's API references. */
@Singleton
class BrokerSettingsCheck implements SettingsCheck {

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
        SettingFaults faults = new SettingFaults(BrokerSettings.class);
        checkRoles(faults);
        checkSession(faults);
        checkTags(faults);
        settings.accountsTopic()
                .ifPresent(topic -> faults.matching(
                        "accounts-topic", topic, "[A-Za-z0-9._-]{1,249}", "the name of a topic, such as accounts"));
        faults.eachParsed("sts-regions", Optional.of(settings.stsRegions()), AwsRegions::named);
        // AWS may have Regions that its SDK does not know yet
        faults.eachParsed("regions", settings.regions(), Region::of);
        faults.atLeastOne("concurrency", settings.concurrency());
        faults.atLeastOne("renewals-concurrency", settings.renewalsConcurrency());
        faults.rate("sts-rate", settings.stsRate());
        faults.addAll(KeysetFaults.ofSeal(faults.named("seal-keyset"), settings.sealKeyset()));
        faults.addAll(KeysetFaults.ofGrants(faults.named("grant-keyset"), settings.grantKeyset()));
        faults.addAll(AwsAccess.faults(aws));
        return faults.all();
    }

    private void checkRoles(SettingFaults faults) {
        faults.matching(
                "role-name",
                settings.roleName(),
                RoleForm.NAME,
                "a role's name without its path, such as " + RoleForm.USUAL_NAME);
        faults.matching("role-path", settings.rolePath(), RoleForm.PATH, "/ or /some/path/");
        settings.acceptanceRole().ifPresent(arn -> faults.parsed("acceptance-role", arn, RoleArn::parse));
        settings.externalId()
                .ifPresent(id -> faults.matching(
                        "external-id",
                        id,
                        RoleForm.EXTERNAL_ID,
                        "2 to 1224 letters, digits or any of _+=,.@:/-, as in the roles' trust policies"));
    }

    private void checkSession(SettingFaults faults) {
        Duration duration = settings.sessionDuration();
        if (duration.compareTo(SHORTEST_SESSION) < 0 || duration.compareTo(LONGEST_SESSION) > 0) {
            faults.add(
                    "session-duration",
                    "is " + duration + ": give 15m to 1h, AWS allows no more where one role assumes another");
        }
        settings.sourceIdentity()
                .ifPresent(identity -> faults.matching(
                        "source-identity", identity, "[\\w+=,.@-]{2,64}", "2 to 64 letters, digits or any of _+=,.@-"));
        settings.sessionPolicy().ifPresent(policy -> faults.parsed("session-policy", policy, SessionPolicyFile::read));
    }

    private void checkTags(SettingFaults faults) {
        int tags = settings.sessionTags().size();
        if (tags > MOST_TAGS) {
            faults.add("session-tags", "has " + tags + " tags: AWS allows " + MOST_TAGS);
        }
        settings.sessionTags().forEach((key, value) -> {
            if (key.length() > 128 || value.length() > 256) {
                faults.add("session-tags." + key, "is too long: 128 characters of key, 256 of value");
            }
        });
    }
}
