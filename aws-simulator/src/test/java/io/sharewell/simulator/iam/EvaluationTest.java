package io.sharewell.simulator.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.sharewell.simulator.iam.PolicySet.Level;
import io.sharewell.simulator.iam.PolicySet.ServiceControlPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected here is AWS's documented evaluation logic. */
class EvaluationTest {

    private static final String ALLOW_ALL = "{Effect: Allow, Action: '*', Resource: '*'}";
    private static final String DENY_ALL = "{Effect: Deny, Action: '*', Resource: '*'}";
    private static final String NOTHING = "{Effect: Allow, Action: 's3:*', Resource: '*'}";
    private static final String ARN = "arn:aws:wellarchitected:eu-west-1:444444444444:workload/0123";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {Effect: Allow, Action: 'wellarchitected:CreateWorkloadShare', Resource: '*'}                        | true
            {Effect: Allow, Action: 'WELLARCHITECTED:createworkloadshare', Resource: '*'}                        | true
            {Effect: Allow, Action: ['s3:*', 'wellarchitected:Create*'], Resource: '*'}                          | true
            {Effect: Allow, Action: 'wellarchitected:Create????????Share', Resource: '*'}                        | true
            {Effect: Allow, Action: '*', Resource: '*'}                                                          | true
            {Effect: Allow, Action: 'wellarchitected:List*', Resource: '*'}                                      | false
            {Effect: Allow, Action: 'wellarchitected:Create', Resource: '*'}                                     | false
            {Effect: Allow, NotAction: 'wellarchitected:Create*', Resource: '*'}                                 | false
            {Effect: Allow, NotAction: 'iam:*', Resource: '*'}                                                   | true
            {Effect: Allow, Action: '*', Resource: 'arn:aws:wellarchitected:*:444444444444:workload/*'}          | true
            {Effect: Allow, Action: '*', Resource: 'arn:aws:wellarchitected:*:555555555555:workload/*'}          | false
            {Effect: Allow, Action: '*', NotResource: 'arn:aws:wellarchitected:*:444444444444:*'}                | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringEquals: {'aws:RequestedRegion': 'eu-west-1'}}}      | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringEquals: {'aws:RequestedRegion': ['a', 'eu-west-1']}}} | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringEquals: {'aws:RequestedRegion': 'eu-*'}}}          | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringLike: {'aws:RequestedRegion': 'eu-*'}}}            | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringNotEquals: {'aws:RequestedRegion': 'eu-west-1'}}}  | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringNotLike: {'aws:RequestedRegion': 'us-*'}}}         | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringEqualsIgnoreCase: {'AWS:requestedREGION': 'EU-WEST-1'}}} | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringEquals: {'aws:SourceVpc': 'vpc-1'}}}               | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringEqualsIfExists: {'aws:SourceVpc': 'vpc-1'}}}       | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringNotEquals: {'aws:SourceVpc': 'vpc-1'}}}            | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {Null: {'aws:SourceVpc': 'true'}}}                        | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {Null: {'aws:RequestedRegion': 'true'}}}                  | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {ArnLike: {'aws:PrincipalArn': 'arn:aws:iam::*:role/Well*'}}}   | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {ArnLike: {'aws:PrincipalArn': 'arn:aws:*:role/Well*'}}}        | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {ArnNotLike: {'aws:PrincipalArn': 'arn:aws:iam::*:role/Well*'}}} | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {Bool: {'aws:SecureTransport': 'true'}}}                  | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {Bool: {'aws:SecureTransport': true}}}                    | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {}}                                                       | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {'ForAnyValue:StringEquals': {'aws:TagKeys': ['a', 'z']}}}  | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'z']}}} | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']}}} | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {NumericLessThan: {'sts:Age': '10'}}}                     | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {NumericGreaterThanEquals: {'sts:Age': '10'}}}            | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {DateLessThan: {'aws:CurrentTime': '2027-01-01T00:00:00Z'}}}    | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringEquals: {'aws:RequestedRegion': 'eu-west-1', 'aws:TagKeys': 'q'}}} | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {NumericEquals: {'sts:Age': '9.0'}}}                      | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {NumericNotEquals: {'sts:Age': '9'}}}                     | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {NumericLessThanEquals: {'sts:Age': '9'}}}                | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {NumericGreaterThan: {'sts:Age': 'many'}}}                | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {DateEquals: {'aws:CurrentTime': '2026-11-21T17:00:00Z'}}}      | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {DateNotEquals: {'aws:CurrentTime': '2026-11-21T17:00:00Z'}}}   | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {DateGreaterThanEquals: {'aws:CurrentTime': '1790000000'}}}     | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {DateLessThanEquals: {'aws:CurrentTime': 'never'}}}             | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {IpAddress: {'aws:SourceIp': ['192.0.2.0/24', '10.0.0.0/8']}}}  | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {IpAddress: {'aws:SourceIp': '10.2.0.0/15'}}}                   | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {IpAddress: {'aws:SourceIp': '10.4.0.0/15'}}}                   | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {IpAddress: {'aws:SourceIp': '2001:db8::/32'}}}                 | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {NotIpAddress: {'aws:SourceIp': '10.3.4.5'}}}                   | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {'ForAnyValue:StringNotEquals': {'aws:TagKeys': ['a']}}}        | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {'ForAllValues:StringNotEquals': {'aws:TagKeys': ['a']}}}       | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {'ForAnyValue:StringEquals': {'aws:SourceVpc': 'a'}}}           | false
            {Effect: Allow, Action: '*', Resource: '*', Condition: {'ForAllValues:StringEquals': {'aws:SourceVpc': 'a'}}}          | true
            {Effect: Allow, Action: '*', Resource: '*', Condition: {StringLike: {'aws:RequestedRegion': '${*}'}}}                  | false
            {Effect: Allow, Action: '*', Resource: 'arn:aws:wellarchitected:${aws:RequestedRegion}:*'}                       | true
            {Effect: Allow, Action: '*', Resource: 'arn:aws:wellarchitected:${aws:SourceVpc}:*'}                             | false
            {Effect: Allow, Action: '*', NotResource: 'arn:aws:wellarchitected:${aws:SourceVpc}:*'}                          | false
            """)
    void anAllowAppliesOnlyToWhatItSays(String statement, boolean allowed) {
        var refusal = Evaluation.refusal(identity(statement), request());

        assertThat(refusal == null).isEqualTo(allowed);
    }

    @Test
    void nothingIsAllowedThatNobodyAllows() {
        assertThat(Evaluation.refusal(identity(NOTHING), request()))
                .isEqualTo("because no identity-based policy allows the wellarchitected:CreateWorkloadShare action");
    }

    @Test
    void anExplicitDenyOutdoesEveryAllow() {
        assertThat(Evaluation.refusal(identity(ALLOW_ALL, DENY_ALL), request()))
                .isEqualTo("with an explicit deny in an identity-based policy");
    }

    @Test
    void aDenyWhoseConditionDoesNotHoldDeniesNothing() {
        var deny =
                "{Effect: Deny, Action: '*', Resource: '*', Condition: {StringEquals: {'aws:RequestedRegion': 'us-east-1'}}}";

        assertThat(Evaluation.refusal(identity(ALLOW_ALL, deny), request())).isNull();
    }

    @Test
    void aSessionPolicyNarrowsAndNeverWidens() {
        assertThat(Evaluation.refusal(session(ALLOW_ALL, NOTHING), request()))
                .isEqualTo("because no session policy allows the wellarchitected:CreateWorkloadShare action");
        assertThat(Evaluation.refusal(session(NOTHING, ALLOW_ALL), request()))
                .startsWith("because no identity-based policy allows");
        assertThat(Evaluation.refusal(session(ALLOW_ALL, ALLOW_ALL), request())).isNull();
        assertThat(Evaluation.refusal(session(ALLOW_ALL, DENY_ALL), request()))
                .isEqualTo("with an explicit deny in a session policy");
    }

    @Test
    void aPermissionsBoundaryNarrowsToo() {
        assertThat(Evaluation.refusal(bounded(ALLOW_ALL, NOTHING), request()))
                .isEqualTo("because no permissions boundary allows the wellarchitected:CreateWorkloadShare action");
        assertThat(Evaluation.refusal(bounded(ALLOW_ALL, DENY_ALL), request()))
                .isEqualTo("with an explicit deny in a permissions boundary");
        assertThat(Evaluation.refusal(bounded(ALLOW_ALL, ALLOW_ALL), request())).isNull();
    }

    @Test
    void aServiceControlPolicyDeniesOnAnyLevelAndNamesItself() {
        assertThat(Evaluation.refusal(organization(ALLOW_ALL, level(ALLOW_ALL), level(ALLOW_ALL, DENY_ALL)), request()))
                .isEqualTo("with an explicit deny in a service control policy: arn:aws:scp/1");
    }

    @Test
    void everyLevelMustAllow() {
        assertThat(Evaluation.refusal(organization(ALLOW_ALL, level(ALLOW_ALL), level(NOTHING)), request()))
                .isEqualTo("because no service control policy allows the wellarchitected:CreateWorkloadShare action");
        assertThat(Evaluation.refusal(organization(ALLOW_ALL, level(ALLOW_ALL), level(NOTHING, ALLOW_ALL)), request()))
                .isNull();
    }

    @Test
    void aServiceControlPolicyAllowsNothingByItself() {
        assertThat(Evaluation.refusal(organization(NOTHING, level(ALLOW_ALL)), request()))
                .startsWith("because no identity-based policy");
    }

    @ParameterizedTest
    @CsvSource({
        "222222222222, true",
        "arn:aws:iam::222222222222:root, true",
        "*, true",
        "arn:aws:iam::222222222222:role/Broker, true",
        "arn:aws:sts::222222222222:assumed-role/Broker/sweep, true",
        "arn:aws:iam::222222222222:role/Other, false",
        "arn:aws:iam::999999999999:root, false",
        "999999999999, false",
    })
    void aTrustPolicyTrustsAccountsRolesAndSessions(String principal, boolean trusted) {
        var trust = Policy.parseTrust(
                document("{Effect: Allow, Principal: {AWS: '" + principal + "'}, Action: 'sts:AssumeRole'}"));
        var caller = new Caller(
                "222222222222",
                "arn:aws:sts::222222222222:assumed-role/Broker/sweep",
                "arn:aws:iam::222222222222:role/Broker");

        var effect = trust.effect(new IamRequest("sts:AssumeRole", "arn:aws:iam::1:role/X", _ -> null), caller);

        assertThat(effect == Effect.ALLOW).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Effect: Allow, Resource: '*'}",
                "{Effect: Maybe, Action: '*', Resource: '*'}",
                "{Effect: Allow, Action: 'ListWorkloads', Resource: '*'}",
                "{Effect: Allow, Action: '*', Resource: '*', Condition: {StringSomehow: {a: b}}}",
                "{Effect: Allow, Action: '*', Resource: '*', Condition: {StringEquals: x}}",
                "{Effect: Allow, Action: '*', Resource: '*', Condition: x}",
                "{Effect: Allow, Action: '*', Resource: '*', Condition: [{StringEquals: {a: b}}]}",
                "{Effect: Allow, Action: '*', Resource: '*', Condition: null}",
                "{Effect: Allow, Action: '*', Resource: '*', Condition: {StringNotEquals: {a: {b: c}}}}",
                "{Effect: Allow, Action: '*', Resource: '*', Condition: {StringNotEquals: {a: null}}}",
                "{Effect: Allow, Action: ['*', {a: b}], Resource: '*'}",
                "{Effect: Deny, Action: '*', Resource: ['x', ['*']]}",
                "{Effect: Deny, Action: '*', NotResource: {a: b}}",
                "{Effect: Allow, Action: '*', Resource: '*', Extra: 1}",
                "{Effect: Allow, Action: '*'}",
                "{Effect: Allow, Action: '*', Resource: '*', NotResource: 'x'}",
                "{Effect: Allow, Action: '*', Resource: '*', Principal: '*'}",
            })
    void aMalformedPolicyIsNotTaken(String statement) {
        assertThatExceptionOfType(MalformedPolicyException.class).isThrownBy(() -> policy(statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Effect: Allow, Action: 'sts:AssumeRole'}",
                "{Effect: Allow, Action: 'sts:AssumeRole', Principal: '*', Resource: '*'}",
                "{Effect: Allow, Action: 'sts:AssumeRole', Principal: '222222222222'}",
            })
    void aMalformedTrustPolicyIsNotTaken(String statement) {
        assertThatExceptionOfType(MalformedPolicyException.class)
                .isThrownBy(() -> Policy.parseTrust(document(statement)));
    }

    @Test
    void thePolicyLanguagesFirstVersionKnowsNoVariables() throws JsonProcessingException {
        var json = new ObjectMapper()
                .readTree("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"${sts:age}\"}}");

        assertThat(Policy.parse(json).effect(new IamRequest("a:b", "9", _ -> List.of("9"))))
                .isNull();
        assertThat(policy("{Effect: Allow, Action: '*', Resource: '${sts:age}'}")
                        .effect(new IamRequest("a:b", "9", _ -> List.of("9"))))
                .isEqualTo(Effect.ALLOW);
    }

    private static PolicySet identity(String... statements) {
        return new PolicySet(List.of(policy(statements)), null, null, List.of());
    }

    private static PolicySet session(String identity, String session) {
        return new PolicySet(List.of(policy(identity)), null, List.of(policy(session)), List.of());
    }

    private static PolicySet bounded(String identity, String boundary) {
        return new PolicySet(List.of(policy(identity)), policy(boundary), null, List.of());
    }

    private static PolicySet organization(String identity, Level... levels) {
        return new PolicySet(List.of(policy(identity)), null, null, List.of(levels));
    }

    private static Level level(String... policies) {
        var attached = new java.util.ArrayList<ServiceControlPolicy>();
        for (var statement : policies) {
            attached.add(new ServiceControlPolicy("arn:aws:scp/" + attached.size(), policy(statement)));
        }
        return new Level(attached);
    }

    private static Policy policy(String... statements) {
        return Policy.parse(document(statements));
    }

    private static JsonNode document(String... statements) {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree("{Version: '2012-10-17', Statement: [" + String.join(",", statements) + "]}");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static IamRequest request() {
        var keys = Map.of(
                "aws:requestedregion", List.of("eu-west-1"),
                "aws:principalarn", List.of("arn:aws:iam::444444444444:role/WellArchitectedShares"),
                "aws:securetransport", List.of("true"),
                "aws:tagkeys", List.of("a", "b"),
                "sts:age", List.of("9"),
                "aws:sourceip", List.of("10.3.4.5"),
                "aws:currenttime", List.of("2026-11-21T17:00:00Z"));
        return new IamRequest("wellarchitected:CreateWorkloadShare", ARN, keys::get);
    }
}
