package io.sharewell.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** Credentials that go with one request instead of with a client. */
public final class RequestCredentials {

    private RequestCredentials() {}

    /** For a request's {@code overrideConfiguration}. */
    public static AwsRequestOverrideConfiguration of(String accessKeyId, String secretAccessKey, String sessionToken) {
        return AwsRequestOverrideConfiguration.builder()
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(accessKeyId, secretAccessKey, sessionToken)))
                .build();
    }

    /**
     * For the builder of a client that must never call with the credentials of the process: a request that brings none
     * of its own fails instead.
     */
    public static AwsCredentialsProvider required() {
        return () -> {
            throw new IllegalStateException("A request without credentials of its own: this client has none to give");
        };
    }
}
