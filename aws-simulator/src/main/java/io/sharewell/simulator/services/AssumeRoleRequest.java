package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Identity;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an AssumeRole asks for, with what a chained session inherits.
 *
 * @param rolePath with a slash at either end
 * @param externalId null if none is given
 * @param sourceIdentity null if there is none
 * @param tags the session's tags, inherited ones included
 */
record AssumeRoleRequest(
        String roleArn,
        String accountId,
        String rolePath,
        String roleName,
        String sessionName,
        Duration duration,
        String externalId,
        String sourceIdentity,
        Map<String, String> tags,
        Map<String, String> transitiveTags) {

    private static final Pattern ROLE_ARN =
            Pattern.compile("arn:aws:iam::(\\d{12}):role(/(?:[\\x21-\\x7e]+/)?)([\\w+=,.@-]+)");
    private static final int DEFAULT_SECONDS = 3600;

    static AssumeRoleRequest of(Call call) {
        var arn = call.text("RoleArn");
        var parts = ROLE_ARN.matcher(arn);
        if (!parts.matches()) {
            throw StsService.invalid(arn + " is invalid");
        }
        var tags = SessionTags.of(call);
        return new AssumeRoleRequest(
                arn,
                parts.group(1),
                parts.group(2),
                parts.group(3),
                call.text("RoleSessionName"),
                Duration.ofSeconds(call.number("DurationSeconds", DEFAULT_SECONDS)),
                call.text("ExternalId"),
                sourceIdentity(call),
                tags.all(),
                tags.transitive());
    }

    private static String sourceIdentity(Call call) {
        var given = call.text("SourceIdentity");
        return given == null && call.caller() instanceof Identity.Session session ? session.sourceIdentity() : given;
    }
}
