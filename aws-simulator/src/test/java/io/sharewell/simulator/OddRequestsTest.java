package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.simulator.RawHttp.Raw;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of people who write them by hand, and what AWS says to them. */
class OddRequestsTest {

    private static final String WORKLOAD = "0123456789abcdef0123456789abcdef";
    private static final String JSON = "application/x-amz-json-1.1";

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
            ~~                                         | 200 | Accounts
            {"MaxResults":null}                        | 200 | Accounts
            {"maxResults":0,"Unheard":{"of":[]}}       | 200 | Accounts
            null                                       | 400 | ~"__type":"SerializationException"~
            "text"                                     | 400 | ~"__type":"SerializationException"~
            {"MaxResults":"5"}                         | 400 | STRING_VALUE can not be converted to an Integer
            {"MaxResults":5.5}                         | 400 | NUMBER_VALUE can not be converted to an Integer
            {"MaxResults":[5]}                         | 400 | Start of list found where not expected
            {"MaxResults":0,"NextToken":{}}            | 400 | Start of structure or map found where not expected
            {"NextToken":true}                         | 400 | TRUE_VALUE can not be converted to a String
            {"MaxResults":18446744073709551617}        | 400 | MAX_VALUE_EXCEEDED
            {"MaxResults":-18446744073709551615}       | 400 | MIN_VALUE_EXCEEDED
            """)
    void jsonBodies(String body, int status, String text) {
        var answer = listAccounts("POST", JSON, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
    }

    @Test
    void aBodyNestedWithoutEndIsNoObject() {
        var answer = listAccounts("POST", JSON, "{\"a\":".repeat(5000));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("SerializationException");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-amz-json-1.1; charset=utf-8, 200",
        "application/x-amz-json-1.0, 200",
        "application/json, 404",
        "text/plain, 404",
        ", 404"
    })
    void anotherContentTypeIsAnotherProtocol(String contentType, int status) {
        var answer = listAccounts("POST", contentType, "{}");

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 404) {
            assertThat(answer.body()).isEqualToIgnoringWhitespace("<UnknownOperationException/>");
        }
    }

    @Test
    void jsonIsPosted() {
        var answer = listAccounts("PUT", JSON, "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"__type\":\"UnknownOperationException\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /workloads/WORKLOAD/shares?MaxResults=                    | 400 | FIELD_VALIDATION_FAILED
            /workloads/WORKLOAD/shares?MaxResults=99999999999999999999| 400 | FIELD_VALIDATION_FAILED
            /workloads/WORKLOAD/shares?SharedWithPrefix=%E2%82%AC&Odd | 404 | No workload with ID 0123
            /workloads/%30123456789abcdef0123456789abcdef             | 404 | No workload with ID 0123
            /workloads/%2530123456789abcdef0123456789abcde            | 400 | FIELD_VALIDATION_FAILED
            /workloads/WORKLOAD/                                      | 400 | UNKNOWN_OPERATION
            //workloads/WORKLOAD                                      | 400 | UNKNOWN_OPERATION
            /Workloads/WORKLOAD                                       | 400 | UNKNOWN_OPERATION
            """)
    void pathsAndQueryStrings(String path, int status, String text) {
        var answer = send("wellarchitected", "GET", path.replace("WORKLOAD", WORKLOAD), "", Map.of());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                                          | 400 | <Code>MissingAction</Code>
            Version=2011-06-15                                          | 400 | <Code>MissingAction</Code>
            {"Action":"GetCallerIdentity"}                              | 400 | <Code>MissingAction</Code>
            Action=GetCallerIdentity                                    | 400 | GetCallerIdentity for version NO_VERSION_SPECIFIED
            Action=getcalleridentity&Version=2011-06-15                 | 400 | <Code>InvalidAction</Code>
            Action=GetCallerIdentity&Version=2011-06-15&Unheard=of      | 200 | <Account>222222222222</Account>
            &&Action=GetCallerIdentity&&Version=2011-06-15&             | 200 | <Account>222222222222</Account>
            """)
    void forms(String form, int status, String text) {
        var answer = send("sts", "POST", "/", form, Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "organizations, application/x-amz-json-1.1",
        "account, application/json",
        "sts, application/x-www-form-urlencoded"
    })
    void aBodyThatIsTooLargeIsNotRead(String service, String type) {
        var answer = send(
                service,
                "POST",
                "/",
                "x".repeat((1 << 20) + 1),
                service.equals("organizations")
                        ? Map.of("Content-Type", type, "X-Amz-Target", "AWSOrganizationsV20161128.ListAccounts")
                        : Map.of("Content-Type", type));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType").orElseGet(answer::body))
                .contains("RequestEntityTooLargeException");
    }

    private static HttpResponse<String> listAccounts(String method, String contentType, String body) {
        var headers = new HashMap<>(Map.of("X-Amz-Target", "AWSOrganizationsV20161128.ListAccounts"));
        if (contentType != null) {
            headers.put("Content-Type", contentType);
        }
        return RawHttp.send(
                sim, Sim.AUTOMATION, new Raw("organizations", "ListAccounts", "us-east-1", method, "/", body, headers));
    }

    private static HttpResponse<String> send(
            String service, String method, String path, String body, Map<String, String> headers) {
        var operation = service.equals("sts") ? "GetCallerIdentity" : null;
        return RawHttp.send(sim, Sim.AUTOMATION, new Raw(service, operation, "eu-west-1", method, path, body, headers));
    }
}
