package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests that no SDK would send, and answers as they are on the wire. */
class ProtocolTest {

    private static final String WORKLOAD = "0123456789abcdef0123456789abcdef";
    private static final AwsCredentialsIdentity KEY =
            AwsCredentialsIdentity.create(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Sim sim;

    @BeforeAll
    static void start() {
        sim = Sim.start(Orgs.with());
    }

    @AfterAll
    static void stop() {
        sim.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            AWSOrganizationsV20161128.NoSuchOperation     | {}                     | 400 | UnknownOperationException | ~~
            AmazonSSM.GetParametersByPath                 | {}                     | 400 | UnknownOperationException | ~~
            AWSOrganizationsV20161128.ListAccounts        | {"MaxResults":          | 400 | SerializationException    | ~~
            AWSOrganizationsV20161128.ListAccounts        | [1]                    | 400 | SerializationException    | ~~
            AWSOrganizationsV20161128.ListAccounts        | {} trailing            | 400 | SerializationException    | ~~
            AWSOrganizationsV20161128.ListAccounts        | {"MaxResults":"three"} | 400 | SerializationException    | ~~
            AWSOrganizationsV20161128.ListAccounts        | {"MaxResults":0}       | 400 | InvalidInputException     | MIN_VALUE_EXCEEDED
            AWSOrganizationsV20161128.DescribeAccount     | {}                     | 400 | InvalidInputException     | INPUT_REQUIRED
            """)
    void json(String target, String body, int status, String type, String reason) throws Exception {
        var answer = send("POST", "/", body, "organizations", "us-east-1", headers(target));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("Date"))
                .hasValueSatisfying(it -> assertThat(it).endsWith(" GMT"));
        assertThat(tree(answer).path("__type").asText()).isEqualTo(type);
        assertThat(tree(answer).path("Reason").asText()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            POST   | /noSuchPath                                 | {}             | UNKNOWN_OPERATION       | ~~
            PUT    | /workloads                                  | {}             | UNKNOWN_OPERATION       | ~~
            GET    | /workloads//shares                          | ~~             | UNKNOWN_OPERATION       | ~~
            POST   | /workloadsSummaries                         | {"MaxResults": | CANNOT_PARSE            | ~~
            POST   | /workloadsSummaries                         | {"MaxResults":"many"} | FIELD_VALIDATION_FAILED | MaxResults
            GET    | /workloads/WORKLOAD/shares?MaxResults=many  | ~~             | FIELD_VALIDATION_FAILED | MaxResults
            GET    | /workloads/WORKLOAD/shares?Status=OPEN      | ~~             | FIELD_VALIDATION_FAILED | Status
            GET    | /workloads/xyz                              | ~~             | FIELD_VALIDATION_FAILED | WorkloadId
            DELETE | /workloads/WORKLOAD/shares/WORKLOAD         | ~~             | FIELD_VALIDATION_FAILED | ClientRequestToken
            PATCH  | /shareInvitations/WORKLOAD                  | {"ShareInvitationAction":"KEEP"} | FIELD_VALIDATION_FAILED | ShareInvitationAction
            """)
    void wellArchitected(String method, String path, String body, String reason, String field) throws Exception {
        var answer = send(method, path.replace("WORKLOAD", WORKLOAD), body, "wellarchitected", "eu-west-1", Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("ValidationException");
        assertThat(tree(answer).path("Reason").asText()).isEqualTo(reason);
        assertThat(tree(answer).at("/Fields/0/Name").asText()).isEqualTo(field);
        assertThat(tree(answer).path("Message").asText()).isNotEmpty();
    }

    @Test
    void accountHasNoSuchPath() throws Exception {
        var answer = send("POST", "/noSuchPath", "{}", "account", "us-east-1", Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("UnknownOperationException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Action=NoSuchAction&Version=2011-06-15                | InvalidAction
            Action=AssumeRole&Version=2000-01-01                  | InvalidAction
            Action=AssumeRole&Version=2011-06-15                  | ValidationError
            Action=AssumeRole&Version=2011-06-15&RoleArn=%zz      | MalformedQueryString
            """)
    void sts(String form, String code) throws Exception {
        var answer = send("POST", "/", form, "sts", "eu-west-1", Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml");
        assertThat(answer.body())
                .startsWith(
                        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>")
                .contains("<Code>" + code + "</Code>")
                .contains("<RequestId>"
                        + answer.headers().firstValue("x-amzn-RequestId").orElseThrow());
    }

    @Test
    void stsAnswersInXml() throws Exception {
        var answer = send("POST", "/", "Action=GetCallerIdentity&Version=2011-06-15", "sts", "eu-west-1", Map.of());

        assertThat(answer.body())
                .matches("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                        + "<GetCallerIdentityResult><UserId>AIDA[A-Z2-7]{17}</UserId><Account>222222222222</Account>"
                        + "<Arn>arn:aws:iam::222222222222:user/automation</Arn></GetCallerIdentityResult>"
                        + "<ResponseMetadata><RequestId>[-0-9a-f]{36}</RequestId></ResponseMetadata>"
                        + "</GetCallerIdentityResponse>");
    }

    @Test
    void takesAPresignedRequest() throws Exception {
        var target = sim.endpoint().resolve("/?Action=GetCallerIdentity&Version=2011-06-15");
        var signed = AwsV4HttpSigner.create()
                .sign(it -> it.identity(KEY)
                        .request(SdkHttpRequest.builder()
                                .uri(target)
                                .method(SdkHttpMethod.GET)
                                .build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofHours(1)))
                .request()
                .getUri();

        var answer = HTTP.send(HttpRequest.newBuilder(signed).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<Account>222222222222</Account>");
    }

    @Test
    void knowsNoOtherService() throws Exception {
        var answer = send("GET", "/", "", "s3", "eu-west-1", Map.of());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Credential should be scoped to correct service");
    }

    @Test
    void takesACallOfAGlobalServiceWhateverRegionAClientIsSetTo() throws Exception {
        var target = headers("AWSOrganizationsV20161128.DescribeOrganization");
        var answer = send("POST", "/", "{}", "organizations", "eu-west-1", target);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sim.admin("/admin/journal?operation=DescribeOrganization")
                        .at("/0/region")
                        .asText())
                .isEqualTo("us-east-1");
    }

    private static Map<String, String> headers(String target) {
        return Map.of("X-Amz-Target", target, "Content-Type", "application/x-amz-json-1.1");
    }

    private static JsonNode tree(HttpResponse<String> answer) throws JsonProcessingException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpResponse<String> send(
            String method, String path, String body, String service, String region, Map<String, String> headers) {
        var target = headers.get("X-Amz-Target");
        var operation = target == null ? operation(body) : target.substring(target.indexOf('.') + 1);
        return RawHttp.send(
                sim, Sim.AUTOMATION, new RawHttp.Raw(service, operation, region, method, path, body, headers));
    }

    private static String operation(String form) {
        return form.startsWith("Action=") ? form.substring("Action=".length(), form.indexOf('&')) : null;
    }
}
