package io.sharewell.app.doctor;

import static io.sharewell.app.doctor.ADoctor.AUTOMATION;
import static io.sharewell.app.doctor.ADoctor.MANAGEMENT;
import static io.sharewell.app.doctor.ADoctor.REVIEWS;
import static io.sharewell.app.doctor.ADoctor.ROLE;

import io.sharewell.seal.Keysets;
import io.sharewell.simulator.AwsSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * A cause that was planted.
 *
 * @param words what it is
 * @param expected each check that should name something, with the cause: {@code ROLE: ROLE_NOT_ASSUMABLE}
 */
record Planted(String words, ADoctor doctor, List<String> expected) {

    private static final String DENY = "{Effect: Deny, Action: '%s', Resource: '*'}";
    private static final String ALIKE = "ROLE: ROLE_NOT_ASSUMABLE";
    private static final String ACCEPTANCE_ROLE = "arn:aws:iam::333333333333:role/Acceptor";
    private static final String REVIEWS_REGIONS = "INVITATIONS: REGIONS_NOT_ENABLED_FOR_REVIEWS";

    private static ADoctor well() {
        return ADoctor.whereAllIsWell();
    }

    private static Planted planted(String words, ADoctor doctor, String... expected) {
        return new Planted(words, doctor, List.of(expected));
    }

    static List<Planted> all(Path folder) throws IOException {
        List<Planted> all = new ArrayList<>();
        all.add(planted("nothing", well()));
        all.addAll(credentials());
        all.addAll(organization());
        all.addAll(reviewsAccountAndRegions());
        all.addAll(accounts());
        all.addAll(roles());
        all.addAll(callersWithoutRights());
        all.addAll(actions());
        all.addAll(acceptance());
        all.addAll(machine(folder));
        return all;
    }

    private static List<Planted> credentials() {
        return List.of(
                planted(
                        "no credentials in the shell",
                        well().withCredentials(profile("[default]\nregion = us-east-1\n")),
                        "CREDENTIALS: CREDENTIALS_MISSING"),
                planted(
                        "a malformed file of AWS profiles",
                        well().withCredentials(
                                        () -> profile("region = us-east-1\n").resolveCredentials()),
                        "CREDENTIALS: PROFILE_FILE_BROKEN"),
                planted(
                        "not signed in to IAM Identity Center",
                        well().withCredentials(profile("""
                                [default]
                                sso_session = planted-and-never-signed-in
                                sso_account_id = 222222222222
                                sso_role_name = automation
                                [sso-session planted-and-never-signed-in]
                                sso_region = us-east-1
                                sso_start_url = https://planted-and-never-signed-in.awsapps.com/start
                                """)),
                        "CREDENTIALS: SSO_SESSION_OVER"),
                planted(
                        "an access key that was deleted",
                        well().withCredentials(ADoctor.keys("AKIANOBODYKNOWSTHISONE", "secret")),
                        "IDENTITY: KEY_UNKNOWN"),
                planted(
                        "another key's secret",
                        well().withCredentials(ADoctor.keys(AwsSimulator.ACCESS_KEY_ID, "another")),
                        "IDENTITY: SECRET_KEY_WRONG"),
                planted("temporary credentials that are over", well().withFault("""
                                {"service": "sts", "operation": "GetCallerIdentity", "kind": "error",
                                 "code": "ExpiredToken", "status": 403,
                                 "message": "The security token included in the request is expired"}"""), "IDENTITY: CREDENTIALS_EXPIRED"),
                planted(
                        "a Region that the automation account has not enabled (--region)",
                        well().asking(it -> it.region("ap-east-1")),
                        "IDENTITY: OWN_REGION_NOT_ENABLED"),
                planted(
                        "a clock that is seven minutes fast",
                        well().withClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(7))),
                        "CLOCK: CLOCK_WRONG"),
                planted(
                        "a clock so wrong that AWS refuses the signature",
                        well().withFault("""
                                {"service": "sts", "operation": "GetCallerIdentity", "kind": "error",
                                 "code": "SignatureDoesNotMatch", "status": 403,
                                 "message": "Signature expired: 20261121T110000Z is now earlier than 20261121T112500Z"}"""),
                        "IDENTITY: CLOCK_WRONG"),
                planted(
                        "nobody at the endpoint",
                        well().asking(it -> it.endpoint(URI.create("http://127.0.0.1:1"))),
                        "IDENTITY: AWS_UNREACHABLE"));
    }

    private static ProfileCredentialsProvider profile(String config) {
        return ProfileCredentialsProvider.builder()
                .profileName("default")
                .profileFile(ProfileFile.builder()
                        .type(ProfileFile.Type.CONFIGURATION)
                        .content(new ByteArrayInputStream(config.getBytes(StandardCharsets.UTF_8)))
                        .build())
                .build();
    }

    private static List<Planted> organization() {
        return List.of(
                planted(
                        "an automation account outside of the organization",
                        // The reviews account may lie outside, and has a user with keys
                        well().with(
                                        "  - {id: \"333333333333\", name: reviews, roles: [" + ADoctor.ACCEPTOR
                                                + "]}\n",
                                        "")
                                .withCredentials(ADoctor.keys(
                                        "AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY")),
                        "LIST_ACCOUNTS: NOT_IN_AN_ORGANIZATION",
                        // Whom the role does not trust either
                        ALIKE),
                planted(
                        "an automation account that is no delegated administrator",
                        well().with("id: o-exampleorgid", "id: o-exampleorgid\ndelegatedAdministrators: []"),
                        "LIST_ACCOUNTS: NOT_DELEGATED_ADMINISTRATOR"),
                planted(
                        "no organizations:ListAccounts in our own policy",
                        well().allowedOnly("'sts:*', 'ssm:*'"),
                        "LIST_ACCOUNTS: LIST_ACCOUNTS_NOT_ALLOWED"),
                planted(
                        "an SCP on the automation account that denies Organizations",
                        well().withPolicy("automation", DENY.formatted("organizations:*")),
                        "LIST_ACCOUNTS: LIST_ACCOUNTS_DENIED_BY_SCP"),
                planted("Organizations that does not answer", well().withFault("""
                                {"service": "organizations", "operation": "ListAccounts", "kind": "dropBefore"}"""), "LIST_ACCOUNTS: AWS_UNREACHABLE"),
                planted(
                        "no operations of OUs in our own policy",
                        well().allowedOnly("'sts:*', 'ssm:*', 'organizations:ListAccounts'"),
                        "OU_OPERATIONS: OU_OPERATIONS_NOT_ALLOWED"),
                planted(
                        "the management account's credentials",
                        well().withRole("{name: WellArchitectedShares, trustedPrincipals: ['111111111111'], actions:"
                                        + " ['wellarchitected:*', 'account:ListRegions']}")
                                .withCredentials(ADoctor.keys(
                                        "AKIAMANAGEMENTEXAMPLE", "m4n4g3m3nt/K7MDENG/bPxRfiCYmanagementKEY")),
                        "LIST_ACCOUNTS: RUNS_IN_MANAGEMENT_ACCOUNT"));
    }

    private static List<Planted> reviewsAccountAndRegions() {
        return List.of(
                planted(
                        "a reviews account that AWS suspended",
                        well().with("name: reviews", "state: SUSPENDED, name: reviews"),
                        "REVIEWS_ACCOUNT: REVIEWS_ACCOUNT_NOT_ACTIVE"),
                planted(
                        "a wrong digit in the reviews account's id",
                        well().asking(it -> it.reviews("333333333334")),
                        "REVIEWS_ACCOUNT: REVIEWS_ACCOUNT_FOREIGN"),
                planted(
                        "the automation account as reviews account",
                        well().asking(it -> it.reviews(AUTOMATION)),
                        "REVIEWS_ACCOUNT: REVIEWS_ACCOUNT_IS_AUTOMATION_ACCOUNT"),
                planted(
                        "a Region without the tool (--regions)",
                        well().asking(it -> it.regions("eu-west-1", "af-south-1")),
                        "TOOL_REGIONS: REGION_WITHOUT_TOOL"),
                planted(
                        "no ssm:GetParametersByPath in our own policy",
                        well().allowedOnly("'sts:*', 'organizations:*'"),
                        "TOOL_REGIONS: REGION_LIST_NOT_ALLOWED"));
    }

    private static List<Planted> accounts() {
        return List.of(
                planted(
                        "an account of another organization (--accounts)",
                        well().asking(it -> it.accounts("999999999999")),
                        "ACCOUNT: ACCOUNT_NOT_IN_ORGANIZATION"),
                planted(
                        "an account that AWS suspended",
                        well().with("name: payments", "state: SUSPENDED, name: payments"),
                        "ACCOUNT: ACCOUNT_NOT_ACTIVE"),
                planted(
                        "the management account (--accounts)",
                        well().with(
                                        "name: management",
                                        "roles: [" + ROLE + "], workloads: {eu-west-1: 1}, name: management")
                                .asking(it -> it.accounts(MANAGEMENT)),
                        "ACCOUNT: MANAGEMENT_ACCOUNT_LEFT_OUT"));
    }

    private static List<Planted> roles() {
        String named = "{name: %s, actions: ['wellarchitected:*', 'account:ListRegions']}";
        String shares = "{name: WellArchitectedShares, %s, actions: ['wellarchitected:*', 'account:ListRegions']}";
        String noExternalId = "trustPolicy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS:"
                + " '222222222222'}, Action: 'sts:AssumeRole', Condition: {'Null': {'sts:ExternalId': 'true'}}}]}";
        return List.of(
                planted("no role in the account", well().with("[" + ROLE + "]", "[]"), ALIKE),
                planted("a role of another name in the account", well().withRole(named.formatted("Another")), ALIKE),
                planted("the role under another path", well().withRole(shares.formatted("path: /tools/")), ALIKE),
                planted(
                        "a trust policy that names another account",
                        well().withRole(shares.formatted("trustedPrincipals: ['999999999999']")),
                        ALIKE),
                planted(
                        "a role that asks for an external id, and none given",
                        well().withRole(shares.formatted("externalId: theirs")),
                        ALIKE),
                planted(
                        "another external id than the role asks for",
                        well().withRole(shares.formatted("externalId: theirs")).asking(it -> it.externalId("ours")),
                        ALIKE),
                planted(
                        "an external id where the trust policy wants none",
                        well().withRole(shares.formatted(noExternalId)).asking(it -> it.externalId("ours")),
                        "ROLE: EXTERNAL_ID_NOT_WANTED"),
                planted(
                        "a wrong --role-path",
                        well().asking(it -> it.rolePath("/tools/")),
                        "ROLE: ROLE_UNDER_OTHER_PATH"),
                planted(
                        "a wrong --role-name",
                        well().asking(it -> it.roleName("WellArchitectedShare")),
                        "ROLE: ROLE_UNDER_OTHER_NAME"),
                planted(
                        "STS of the Region not active for the account",
                        well().with("name: payments", "stsDisabledRegions: [eu-west-1], name: payments")
                                .asking(it -> it.region("eu-west-1")),
                        "ROLE: STS_REGION_NOT_ACTIVE"),
                planted(
                        "a role with sessions of 15 minutes at most",
                        well().withRole(shares.formatted("maxSessionDuration: 900")),
                        "ROLE: ROLE_SETTINGS_REJECTED"));
    }

    private static List<Planted> callersWithoutRights() {
        return List.of(
                planted(
                        "no sts:AssumeRole in our own policy",
                        well().allowedOnly("'organizations:*', 'ssm:*'"),
                        "ROLE: ASSUME_ROLE_NOT_ALLOWED"),
                planted(
                        "an SCP on the automation account that denies sts:AssumeRole",
                        well().withPolicy("automation", DENY.formatted("sts:AssumeRole")),
                        "ROLE: ASSUME_ROLE_DENIED_BY_SCP"),
                planted(
                        "a resource control policy on the account",
                        well().withFault("""
                                {"service": "sts", "operation": "AssumeRole", "kind": "error", "code": "AccessDenied",
                                 "status": 403, "message": "User: arn:aws:iam::222222222222:user/automation is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444444444444:role/WellArchitectedShares with an explicit deny in a resource control policy"}"""),
                        "ROLE: ASSUME_ROLE_DENIED_BY_RCP"));
    }

    private static List<Planted> actions() {
        String only = "{name: WellArchitectedShares, actions: [%s]}";
        String reading = "'wellarchitected:ListWorkloads', 'wellarchitected:ListWorkloadShares', 'account:ListRegions'";
        String bounded = "{name: WellArchitectedShares, actions: ['*'], permissionsBoundary: {Version: '2012-10-17',"
                + " Statement: [{Effect: Allow, Action: 'account:ListRegions', Resource: '*'}]}}";
        String outsideOfEurope =
                "{Effect: Deny, Action: 'wellarchitected:*', Resource: '*', Condition: {StringNotEquals:"
                        + " {'aws:RequestedRegion': [eu-west-1]}}}";
        return List.of(
                planted(
                        "a role without ListWorkloads",
                        well().withRole(only.formatted("'account:ListRegions'")),
                        "LIST_WORKLOADS: ACTION_NOT_ALLOWED"),
                planted(
                        "a role without ListWorkloadShares",
                        well().withRole(only.formatted("'wellarchitected:ListWorkloads', 'account:ListRegions'")),
                        "LIST_SHARES: ACTION_NOT_ALLOWED"),
                planted("a role without CreateWorkloadShare", well().withRole(only.formatted(reading))),
                planted(
                        "a permissions boundary without the tool",
                        well().withRole(bounded),
                        "LIST_WORKLOADS: ACTION_DENIED_BY_BOUNDARY"),
                planted(
                        "an SCP that denies the tool",
                        well().withPolicy("payments", DENY.formatted("wellarchitected:*")),
                        "LIST_WORKLOADS: TOOL_DENIED_BY_SCP"),
                planted(
                        "an SCP that denies all Regions but one",
                        well().withPolicy("payments", outsideOfEurope),
                        "LIST_WORKLOADS: REGIONS_DENIED_BY_SCP"),
                planted(
                        "a role without account:ListRegions",
                        well().withRole(only.formatted("'wellarchitected:*'")),
                        "ENABLED_REGIONS: LIST_REGIONS_NOT_ALLOWED"),
                planted(
                        "a Region that the account has not enabled (--regions)",
                        well().asking(it -> it.regions("eu-west-1", "ap-east-1")),
                        "ENABLED_REGIONS: REGION_NOT_ENABLED"),
                planted(
                        "sessions that a Region does not know",
                        well().withFault("""
                                {"service": "wellarchitected", "region": "eu-west-2", "kind": "error",
                                 "code": "UnrecognizedClientException", "status": 403,
                                 "message": "The security token included in the request is invalid."}"""),
                        "LIST_WORKLOADS: TOKEN_REJECTED"),
                planted("a Region that fails", well().withFault("""
                                {"service": "wellarchitected", "region": "eu-west-2", "kind": "error",
                                 "code": "InternalServerException", "status": 500, "message": "sorry"}"""), "LIST_WORKLOADS: NO_ANSWER"),
                planted(
                        "an account without a workload",
                        well().with(", workloads: {eu-west-1: 2}", ""),
                        "LIST_SHARES: NO_WORKLOAD_TO_ASK_ABOUT"));
    }

    private static List<Planted> acceptance() {
        return List.of(
                planted(
                        "opt-in Regions not enabled in the reviews account (--accept-with-role)",
                        well().asking(it -> it.acceptanceRole(ACCEPTANCE_ROLE)),
                        REVIEWS_REGIONS),
                planted(
                        "no such acceptance role",
                        well().asking(it -> it.acceptanceRole("arn:aws:iam::" + REVIEWS + ":role/Nobody")),
                        "ACCEPTANCE_ROLE: ACCEPTANCE_ROLE_NOT_ASSUMABLE"),
                planted(
                        "an acceptance role without ListShareInvitations",
                        well().with(ADoctor.ACCEPTOR, "{name: Acceptor, actions: ['wellarchitected:ListWorkloads']}")
                                .asking(it -> it.acceptanceRole(ACCEPTANCE_ROLE)),
                        "INVITATIONS: INVITATIONS_NOT_ALLOWED",
                        REVIEWS_REGIONS));
    }

    private static List<Planted> machine(Path folder) throws IOException {
        Path seal = folder.resolve("seal.json");
        Keysets.createSealKeyset(seal);
        Path open = folder.resolve("open.json");
        Keysets.createSealKeyset(open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"primaryKeyId\": 1");
        return List.of(
                planted("no broker there", well().asking(it -> it.broker("127.0.0.1:1")), "BROKER: BROKER_UNREACHABLE"),
                planted(
                        "a broker's host that nobody knows",
                        well().asking(it -> it.broker("no-such-host.invalid:9092")),
                        "BROKER: BROKER_HOST_UNKNOWN"),
                planted(
                        "no keyset there",
                        well().asking(it -> it.sealKeyset(folder.resolve("none.json"))),
                        "SEAL_KEYSET: KEYSET_MISSING"),
                planted(
                        "a keyset that was cut off",
                        well().asking(it -> it.sealKeyset(broken)),
                        "SEAL_KEYSET: KEYSET_BROKEN"),
                planted(
                        "the seal keyset for the grant keyset",
                        well().asking(it -> it.grantKeyset(seal)),
                        "GRANT_KEYSET: KEYSET_OF_OTHER_KIND"),
                planted(
                        "a keyset that everybody may read",
                        well().asking(it -> it.sealKeyset(open)),
                        "SEAL_KEYSET: KEYSET_OPEN_TO_ALL"));
    }
}
