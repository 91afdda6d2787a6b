package io.sharewell.writer.domain;

import io.sharewell.events.WorkloadFound;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What AWS knows a repeated request by. The same change in the same sweep has the same token, so that a lost answer makes
 * no second share; another sweep, a replay, and the share that takes the place of another have tokens of their own, so
 * that AWS never answers with a share that is long deleted.
 *
 * @param value 64 hexadecimal digits
 */
public record ClientRequestToken(String value) {

    /** @param replaced id of the share that the new one takes the place of, null if there was none */
    static ClientRequestToken toCreate(WorkloadFound found, Target target, String replaced) {
        return of(
                "create", found, target.principal().value(), target.permission().name(), replaced);
    }

    static ClientRequestToken toDelete(WorkloadFound found, Share share) {
        return of("delete", found, share.id());
    }

    private static ClientRequestToken of(String verb, WorkloadFound found, String... about) {
        Stream<String> request = Stream.of(
                verb,
                found.workload().arn(),
                found.envelope().sweepId(),
                found.envelope().replayId());
        // None of the texts has a line in it
        String text = Stream.concat(request, Stream.of(about))
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new ClientRequestToken(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
