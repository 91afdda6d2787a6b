package io.sharewell.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sharewell.simulator.conformance.Catalogue.Operation;
import io.sharewell.simulator.conformance.Probes.Probe;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;

/** Every operation through AWS's SDK for Java: as it should be called, at the model's bounds, and beyond them. */
class ConformanceTest {

    private static final Set<String> ORGANIZATIONS_REASONS = Set.of(
            "INPUT_REQUIRED",
            "MIN_LENGTH_EXCEEDED",
            "MAX_LENGTH_EXCEEDED",
            "MIN_VALUE_EXCEEDED",
            "MAX_VALUE_EXCEEDED",
            "INVALID_PATTERN",
            "INVALID_ENUM");

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.set();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    static List<Operation> operations() {
        return Catalogue.operations();
    }

    @Test
    void isAboutEveryOperationOfTheModels() {
        assertThat(operations()).extracting(Operation::toString).containsExactlyElementsOf(Catalogue.modelled());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void answersAValidCallWithTheClientsOwnResponse(Operation operation) {
        var response = scene.call(operation, operation.input().apply(scene));

        assertThat(response.getClass().getSimpleName())
                .isEqualTo(operation.model().name() + "Response");
        assertThat(response.sdkHttpResponse().statusCode()).isEqualTo(200);
        assertThat(response.sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId"))
                .hasValueSatisfying(it -> assertThat(it).matches("[-0-9a-f]{36}"));
    }

    static Stream<Arguments> probes(boolean within) {
        return Catalogue.operations().stream().flatMap(operation -> Probes.of(operation.model()).stream()
                .filter(it -> it.within() == within)
                .map(it -> Arguments.of(operation, it)));
    }

    static Stream<Arguments> within() {
        return probes(true);
    }

    static Stream<Arguments> beyond() {
        return probes(false);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("within")
    void doesNotRefuseWhatTheModelAllows(Operation operation, Probe probe) {
        var input = probe.change().apply(operation.input().apply(scene));
        try {
            scene.call(operation, input);
        } catch (AwsServiceException e) {
            assertThat(isAboutTheModel(e)).as(e.getMessage()).isFalse();
            assertThat(e.statusCode()).isBetween(400, 499);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("beyond")
    void refusesWhatTheModelForbidsInTheServicesWords(Operation operation, Probe probe) {
        var input = probe.change().apply(operation.input().apply(scene));
        try {
            scene.call(operation, input);
            fail(operation + " took " + probe);
        } catch (AwsServiceException e) {
            assertThat(e.statusCode()).as(e.getMessage()).isEqualTo(400);
            assertThat(e.awsErrorDetails().errorMessage())
                    .as(operation + " " + probe)
                    .isNotNull();
            assertThat(isAboutTheModel(e)).as(e.getMessage()).isTrue();
            assertThat(e.getClass().getSimpleName() + " " + e.awsErrorDetails().errorCode())
                    .isEqualTo(expected(operation.model().service()));
        } catch (SdkClientException e) {
            assertThat(e.getMessage())
                    .as("the SDK itself refuses an empty part of the path")
                    .containsAnyOf("cannot be", "must not be");
        }
    }

    private static String expected(String service) {
        return switch (service) {
            case "organizations" -> "InvalidInputException InvalidInputException";
            case "sts" -> "StsException ValidationError";
            default -> "ValidationException ValidationException";
        };
    }

    private static boolean isAboutTheModel(AwsServiceException e) {
        return e instanceof InvalidInputException invalid
                ? ORGANIZATIONS_REASONS.contains(invalid.reasonAsString())
                // One of SSM's errors has no text.
                : String.valueOf(e.awsErrorDetails().errorMessage()).contains("failed to satisfy constraint");
    }
}
