package io.sharewell.aws;

import static io.sharewell.aws.Call.ANSWER_INVITATION;
import static io.sharewell.aws.Call.ASSUME_ROLE;
import static io.sharewell.aws.Call.CREATE_SHARE;
import static io.sharewell.aws.Call.GET_PARAMETERS;
import static io.sharewell.aws.Call.LIST_ACCOUNTS;
import static io.sharewell.aws.Call.LIST_REGIONS;
import static io.sharewell.aws.Call.LIST_ROOTS;
import static io.sharewell.aws.Call.LIST_SHARES;
import static io.sharewell.aws.Call.LIST_WORKLOADS;
import static io.sharewell.aws.Call.UPDATE_SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.AwsFailure.News;
import io.sharewell.aws.AwsFailure.SessionOver;
import io.sharewell.aws.AwsFailure.SetUpWrong;
import io.sharewell.aws.AwsFailure.Trouble;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of failures, each row as AWS puts it on the wire and as the SDK hands it on. */
class AnsweredFailureTest {

    private static final String INVALID_TOKEN = "The security token included in the request is invalid.";
    private static final String NOT_AUTHORIZED =
            "User: arn:aws:sts::111122223333:assumed-role/Shares/s is not authorized to perform: ";

    private static AwsDouble aws;

    @BeforeAll
    static void start() {
        aws = new AwsDouble();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    /** A call, where it went, what came back, and what that means in one word. */
    record Row(Call call, CallSite site, Answer answer, String meaning) {

        Row in(RegionKind kind) {
            return new Row(call, site.in(Call.REGION, kind), answer, meaning);
        }

        @Override
        public String toString() {
            return site.action() + " in " + site.regionKind() + " answered " + answer.status() + " " + answer.headers()
                    + " " + answer.body() + " means " + meaning;
        }
    }

    private static Row row(Call call, Answer answer, Object meaning) {
        return new Row(call, call.site(), answer, meaning.toString());
    }

    static Stream<Row> trouble() {
        return Stream.of(
                row(
                        LIST_WORKLOADS,
                        Answer.restJson(429, "ThrottlingException", "Rate exceeded"),
                        "ThrottlingException"),
                row(
                        LIST_ACCOUNTS,
                        Answer.json11(400, "TooManyRequestsException", "Too many"),
                        "TooManyRequestsException"),
                row(ASSUME_ROLE, Answer.query(400, "Throttling", "Rate exceeded"), "Throttling"),
                row(
                        ASSUME_ROLE,
                        Answer.query(400, "IDPCommunicationError", "The identity provider cannot be reached"),
                        "IDPCommunicationError"),
                row(GET_PARAMETERS, Answer.json11(400, "ThrottlingException", "Rate exceeded"), "ThrottlingException"),
                row(
                        LIST_REGIONS,
                        Answer.restJson(429, "TooManyRequestsException", "Too many"),
                        "TooManyRequestsException"),
                row(ASSUME_ROLE, Answer.query(400, "RequestLimitExceeded", "Too many"), "RequestLimitExceeded"),
                row(LIST_WORKLOADS, Answer.html(429), "HTTP 429"),
                row(
                        LIST_WORKLOADS,
                        Answer.restJson(500, "InternalServerException", "Sorry"),
                        "InternalServerException"),
                row(LIST_WORKLOADS, Answer.html(502), "HTTP 502"),
                row(LIST_WORKLOADS, Answer.html(503), "HTTP 503"),
                row(LIST_WORKLOADS, Answer.html(504), "HTTP 504"),
                row(LIST_ACCOUNTS, Answer.json11(500, "ServiceException", "Sorry"), "ServiceException"),
                row(
                        LIST_ROOTS,
                        Answer.json11(400, "ConcurrentModificationException", "Try again later."),
                        "ConcurrentModificationException"),
                row(ASSUME_ROLE, Answer.query(400, "RequestTimeout", "Too slow"), "RequestTimeout"),
                row(ASSUME_ROLE, Answer.query(500, "InternalFailure", "Sorry"), "InternalFailure"),
                row(LIST_WORKLOADS, Answer.html(408), "HTTP 408"),
                row(LIST_ACCOUNTS, Answer.html(407), "HTTP 407"),
                row(LIST_ACCOUNTS, Answer.html(302), "HTTP 302"));
    }

    static Stream<Row> news() {
        return Stream.of(
                row(ASSUME_ROLE, Answer.query(403, "AccessDenied", "Denied"), Reason.ROLE_NOT_ASSUMABLE),
                row(
                        ASSUME_ROLE,
                        Answer.query(403, "AccessDenied", "with an explicit deny in a service control policy"),
                        Reason.ROLE_NOT_ASSUMABLE),
                row(
                        ASSUME_ROLE,
                        Answer.query(400, "ValidationError", "DurationSeconds"),
                        Reason.ROLE_SETTINGS_REJECTED),
                row(ASSUME_ROLE, Answer.query(400, "MalformedPolicyDocument", "Syntax"), Reason.ROLE_SETTINGS_REJECTED),
                row(ASSUME_ROLE, Answer.query(400, "PackedPolicyTooLarge", "110%"), Reason.ROLE_SETTINGS_REJECTED),
                row(ASSUME_ROLE, Answer.query(403, "RegionDisabledException", "STS"), Reason.STS_REGION_DISABLED),
                unknownToken(Reason.REGION_NOT_ENABLED).in(RegionKind.OPT_IN),
                unknownToken(Reason.TOKEN_REJECTED).in(RegionKind.ENABLED_BY_DEFAULT),
                unknownToken(Reason.TOKEN_REJECTED).in(RegionKind.UNKNOWN),
                row(
                                LIST_REGIONS,
                                Answer.restJson(400, "UnrecognizedClientException", INVALID_TOKEN),
                                Reason.TOKEN_REJECTED)
                        .in(RegionKind.ENABLED_BY_DEFAULT),
                row(LIST_WORKLOADS, Answer.restJson(403, "InvalidSignatureException", "Clock"), Reason.TOKEN_REJECTED),
                row(
                        LIST_WORKLOADS,
                        denied("wellarchitected:ListWorkloads on resource: x"
                                + " with an explicit deny in a service control policy"),
                        Reason.DENIED_BY_SCP),
                row(
                        CREATE_SHARE,
                        denied("wellarchitected:CreateWorkloadShare on resource: x with an explicit deny in a service"
                                + " control policy: arn:aws:organizations::999999999999:policy/o-1/scp/p-1"),
                        Reason.DENIED_BY_SCP),
                row(
                        LIST_WORKLOADS,
                        denied("wellarchitected:ListWorkloads because no service control policy allows the"
                                + " wellarchitected:ListWorkloads action"),
                        Reason.DENIED_BY_SCP),
                row(LIST_WORKLOADS, denied("wellarchitected:ListWorkloads"), Reason.DENIED),
                row(LIST_WORKLOADS, Answer.restJson(400, "AccessDeniedException", "No"), Reason.DENIED),
                row(LIST_REGIONS, Answer.restJson(403, "AccessDeniedException", "No"), Reason.DENIED),
                row(LIST_ROOTS, Answer.json11(400, "AccessDeniedException", "No"), Reason.DENIED),
                row(GET_PARAMETERS, Answer.json11(400, "AccessDeniedException", "No"), Reason.DENIED),
                row(CREATE_SHARE, Answer.restJson(402, "ServiceQuotaExceededException", "20"), Reason.QUOTA_REACHED),
                row(CREATE_SHARE, Answer.restJson(400, "ValidationException", "Bad"), Reason.REJECTED_BY_AWS),
                row(LIST_WORKLOADS, Answer.restJson(400, "ValidationException", "Bad token"), Reason.UNEXPECTED),
                row(LIST_SHARES, Answer.restJson(404, "ResourceNotFoundException", "Gone"), Reason.WORKLOAD_GONE),
                row(ANSWER_INVITATION, Answer.restJson(404, "ResourceNotFoundException", ""), Reason.INVITATION_GONE),
                row(LIST_WORKLOADS, Answer.restJson(404, "ResourceNotFoundException", "?"), Reason.UNEXPECTED),
                row(CREATE_SHARE, Answer.restJson(409, "ConflictException", "Again"), Reason.WORKLOAD_IN_USE),
                row(ANSWER_INVITATION, Answer.restJson(409, "ConflictException", "Done"), Reason.INVITATION_GONE),
                row(LIST_SHARES, Answer.html(404), Reason.UNEXPECTED),
                row(LIST_WORKLOADS, Answer.html(403), Reason.UNEXPECTED),
                row(LIST_WORKLOADS, Answer.restJson(404, "UnknownOperationException", ""), Reason.UNEXPECTED),
                row(LIST_WORKLOADS, Answer.restJson(418, "TeapotException", "Short"), Reason.UNEXPECTED),
                row(LIST_ROOTS, Answer.json11(400, "InvalidInputException", "Bad"), Reason.UNEXPECTED),
                row(GET_PARAMETERS, Answer.json11(400, "ValidationException", "Bad"), Reason.UNEXPECTED));
    }

    static Stream<Row> setUpWrong() {
        return Stream.of(
                row(LIST_ACCOUNTS, Answer.json11(400, "AccessDeniedException", "No"), Reason.LIST_ACCOUNTS_DENIED),
                row(
                        LIST_ACCOUNTS,
                        Answer.json11(400, "AWSOrganizationsNotInUseException", "None"),
                        Reason.NOT_IN_AN_ORGANIZATION),
                row(
                        LIST_ACCOUNTS,
                        Answer.json11(400, "com.amazon.coral.service#UnrecognizedClientException", INVALID_TOKEN),
                        Reason.CREDENTIALS_REJECTED),
                row(LIST_ACCOUNTS, Answer.json11(400, "InvalidSignatureException", "?"), Reason.CREDENTIALS_REJECTED),
                row(LIST_ACCOUNTS, Answer.json11(400, "ExpiredTokenException", "Old"), Reason.CREDENTIALS_REJECTED),
                row(ASSUME_ROLE, Answer.query(403, "InvalidClientTokenId", "?"), Reason.CREDENTIALS_REJECTED),
                row(ASSUME_ROLE, Answer.query(403, "SignatureDoesNotMatch", "?"), Reason.CREDENTIALS_REJECTED),
                row(ASSUME_ROLE, Answer.query(400, "IncompleteSignature", "?"), Reason.CREDENTIALS_REJECTED),
                row(ASSUME_ROLE, Answer.query(403, "MissingAuthenticationToken", "?"), Reason.CREDENTIALS_REJECTED),
                row(ASSUME_ROLE, Answer.query(403, "ExpiredToken", "Old"), Reason.CREDENTIALS_REJECTED),
                row(ASSUME_ROLE, Answer.query(400, "InvalidIdentityToken", "No"), Reason.CREDENTIALS_REJECTED),
                row(
                        ASSUME_ROLE,
                        Answer.query(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"),
                        Reason.CREDENTIALS_REJECTED));
    }

    static Stream<Row> sessionOver() {
        return Stream.of(
                row(LIST_WORKLOADS, Answer.restJson(403, "ExpiredTokenException", "Old"), "ExpiredTokenException"),
                row(LIST_WORKLOADS, Answer.restJson(400, "ExpiredTokenException", "Old"), "ExpiredTokenException"),
                row(LIST_REGIONS, Answer.restJson(403, "ExpiredToken", "Old"), "ExpiredToken"));
    }

    @ParameterizedTest
    @MethodSource
    void trouble(Row row) {
        assertThat(failure(row)).isInstanceOfSatisfying(Trouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo(row.meaning());
            assertThat(trouble.message()).startsWith(row.site().action() + " failed with status ");
        });
    }

    @ParameterizedTest
    @MethodSource
    void news(Row row) {
        assertThat(failure(row)).isInstanceOfSatisfying(News.class, news -> {
            assertThat(news.problem().reason()).hasToString(row.meaning());
            assertThat(news.status()).isEqualTo(row.answer().status());
        });
    }

    @ParameterizedTest
    @MethodSource
    void setUpWrong(Row row) {
        assertThat(failure(row)).isInstanceOfSatisfying(SetUpWrong.class, setUp -> {
            assertThat(setUp.problem().reason()).hasToString(row.meaning());
            assertThat(setUp.problem().detail()).startsWith(row.site().action() + ": ");
        });
    }

    @ParameterizedTest
    @MethodSource
    void sessionOver(Row row) {
        assertThat(failure(row)).isEqualTo(new SessionOver(row.meaning()));
    }

    @Test
    void aConflictCanBeToldFromWhatItMeansFinally() {
        News news = (News) failure(row(UPDATE_SHARE, Answer.restJson(409, "ConflictException", "Again"), ""));

        assertThat(news.status()).isEqualTo(409);
        assertThat(news.problem().detail()).isEqualTo("ConflictException: Again");
    }

    @Test
    void aSignatureThatIsNotAcceptedPointsToTheClock() {
        News news = (News) failure(row(LIST_WORKLOADS, Answer.restJson(403, "InvalidSignatureException", ""), ""));

        assertThat(news.problem().remedy()).contains("check the clock");
    }

    @Test
    void whatAwsSaysIsScrubbed() {
        Answer answer = Answer.restJson(
                418, "TeapotException", "Key ASIAIOSFODNN7EXAMPLE of jane@example.org, token " + "x".repeat(300));

        News news = (News) failure(row(LIST_WORKLOADS, answer, ""));

        assertThat(news.problem().detail())
                .startsWith("TeapotException: Key ")
                .doesNotContain("ASIA", "jane@example.org", "xxxx");
    }

    @Test
    void whatAwsSaysAtLengthIsCut() {
        Answer answer = Answer.restJson(418, "TeapotException", "short and stout ".repeat(500));

        News news = (News) failure(row(LIST_WORKLOADS, answer, ""));

        assertThat(news.problem().detail()).hasSizeLessThan(1_100).endsWith("…");
    }

    private static Row unknownToken(Reason meaning) {
        return row(LIST_WORKLOADS, Answer.restJson(403, "UnrecognizedClientException", INVALID_TOKEN), meaning);
    }

    private static Answer denied(String what) {
        return Answer.restJson(403, "AccessDeniedException:http://internal.amazon.com/coral/", NOT_AUTHORIZED + what);
    }

    private static AwsFailure failure(Row row) {
        aws.answers(row.answer());
        AwsSettings once =
                new AwsSettings(Optional.of(aws.url()), Duration.ofSeconds(30), Duration.ofSeconds(30), 1, 10);
        return row.call().failure(once, row.site());
    }

    @Test
    void aCallSiteKnowsItsRegion() {
        assertThat(LIST_WORKLOADS.site().regionKind()).isEqualTo(RegionKind.ENABLED_BY_DEFAULT);
        assertThat(LIST_WORKLOADS.site().in(Region.of("me-south-1")).regionKind())
                .isEqualTo(RegionKind.OPT_IN);
    }
}
