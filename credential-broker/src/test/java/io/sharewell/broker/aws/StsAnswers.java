package io.sharewell.broker.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** STS of one Region in memory. */
final class StsAnswers implements StsClient {

    final List<AssumeRoleRequest> requests = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();

    StsAnswers gives(AssumeRoleResponse response) {
        answers.add(response);
        return this;
    }

    StsAnswers fails(String code, int status, String message) {
        answers.add(StsException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(status)
                .build());
        return this;
    }

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        requests.add(request);
        return switch (answers.remove()) {
            case AssumeRoleResponse response -> response;
            case Object failure -> throw (RuntimeException) failure;
        };
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
