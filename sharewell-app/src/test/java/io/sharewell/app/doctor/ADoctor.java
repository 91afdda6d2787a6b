package io.sharewell.app.doctor;

import io.sharewell.broker.aws.RoleArn;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Doctor before a small simulated organization in which all is well, and what is to be different.
 *
 * @param organization YAML
 * @param fault JSON for the simulator; null: none
 */
record ADoctor(
        String organization, String fault, AwsCredentialsProvider credentials, Clock clock, DoctorSettings settings) {

    static final String MANAGEMENT = "111111111111";
    static final String AUTOMATION = "222222222222";
    static final String REVIEWS = "333333333333";
    static final String MEMBER = "444444444444";

    private static final URI SIMULATOR = URI.create("http://to.be.replaced");

    static final String AUTOMATIONS_USER = """
            users:
              - accountId: "222222222222"
                name: automation
                accessKeyId: AKIAIOSFODNN7EXAMPLE
                secretAccessKey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                actions: ["*"]
            """;

    static final String ROLE = "{name: WellArchitectedShares, actions: ['wellarchitected:*', 'account:ListRegions']}";
    static final String ACCEPTOR = "{name: Acceptor, actions: ['wellarchitected:*']}";

    static final String ALL_IS_WELL = """
            id: o-exampleorgid
            serviceControlPolicies: {}
            accounts:
              - {id: "111111111111", name: management}
              - {id: "222222222222", name: automation}
              - {id: "333333333333", name: reviews, roles: [%s]}
              - {id: "444444444444", name: payments, roles: [%s], workloads: {eu-west-1: 2}}
            behaviours: {emptyPages: never}
            """.formatted(ACCEPTOR, ROLE);

    static ADoctor whereAllIsWell() {
        return new ADoctor(
                ALL_IS_WELL,
                null,
                keys(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY),
                Clock.systemUTC(),
                new DoctorSettings(
                        AccountId.of(REVIEWS),
                        List.of(AccountId.of(MEMBER)),
                        "WellArchitectedShares",
                        "/",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(SIMULATOR),
                        Region.of("us-east-1"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static AwsCredentialsProvider keys(String id, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    /** With this in the place of that, which must be there. */
    ADoctor with(String that, String instead) {
        if (!organization.contains(that)) {
            throw new IllegalArgumentException("not in the organization: " + that);
        }
        return new ADoctor(organization.replace(that, instead), fault, credentials, clock, settings);
    }

    /** The member's role, as the organization file writes it. */
    ADoctor withRole(String role) {
        return with("name: payments, roles: [" + ROLE + "]", "name: payments, roles: [" + role + "]");
    }

    /** The automation account's user may do no more than this. */
    ADoctor allowedOnly(String actions) {
        return with("behaviours:", AUTOMATIONS_USER.replace("[\"*\"]", "[" + actions + "]") + "behaviours:");
    }

    /** A service control policy on one of the accounts. */
    ADoctor withPolicy(String accountName, String statement) {
        return with(
                        "serviceControlPolicies: {}",
                        "serviceControlPolicies: {Planted: {Version: '2012-10-17', Statement: [" + statement + "]}}")
                .with("name: " + accountName, "serviceControlPolicies: [Planted], name: " + accountName);
    }

    ADoctor withFault(String json) {
        return new ADoctor(organization, json, credentials, clock, settings);
    }

    ADoctor withCredentials(AwsCredentialsProvider value) {
        return new ADoctor(organization, fault, value, clock, settings);
    }

    ADoctor withClock(Clock value) {
        return new ADoctor(organization, fault, credentials, value, settings);
    }

    ADoctor asking(UnaryOperator<Asked> change) {
        return new ADoctor(
                organization,
                fault,
                credentials,
                clock,
                change.apply(new Asked(settings)).settings());
    }

    DoctorReport examine() {
        try (AwsSimulator aws = AwsSimulator.start(
                SimulatorOptions.of(OrganizationFile.parse(organization)).withoutRateLimits())) {
            if (fault != null) {
                plant(aws.adminEndpoint());
            }
            DoctorSettings where = settings.endpointUrl().equals(Optional.of(SIMULATOR))
                    ? new Asked(settings).endpoint(aws.endpoint()).settings()
                    : settings;
            return new Doctor(credentials, clock).examine(where);
        }
    }

    private void plant(URI admin) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(
                            HttpRequest.newBuilder(admin.resolve("/admin/faults"))
                                    .POST(BodyPublishers.ofString(fault))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException("the simulator does not take the fault " + fault);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings with something different. */
    record Asked(DoctorSettings settings) {

        Asked endpoint(URI url) {
            return of(settings.roleName(), settings.rolePath(), settings.region(), Optional.of(url));
        }

        Asked roleName(String name) {
            return of(name, settings.rolePath(), settings.region(), settings.endpointUrl());
        }

        Asked rolePath(String path) {
            return of(settings.roleName(), path, settings.region(), settings.endpointUrl());
        }

        Asked region(String region) {
            return of(settings.roleName(), settings.rolePath(), Region.of(region), settings.endpointUrl());
        }

        private Asked of(String roleName, String rolePath, Region region, Optional<URI> url) {
            return new Asked(new DoctorSettings(
                    settings.reviewsAccount(),
                    settings.accounts(),
                    roleName,
                    rolePath,
                    settings.externalId(),
                    settings.acceptanceRole(),
                    url,
                    region,
                    settings.regions(),
                    settings.bootstrapServers(),
                    settings.sealKeyset(),
                    settings.grantKeyset()));
        }

        Asked reviews(String account) {
            return about(AccountId.of(account), settings.accounts(), settings.regions());
        }

        Asked accounts(String... accounts) {
            return about(
                    settings.reviewsAccount(),
                    List.of(accounts).stream().map(AccountId::of).toList(),
                    settings.regions());
        }

        Asked regions(String... regions) {
            return about(
                    settings.reviewsAccount(),
                    settings.accounts(),
                    List.of(regions).stream().map(Region::of).toList());
        }

        private Asked about(AccountId reviews, List<AccountId> accounts, List<Region> regions) {
            return new Asked(new DoctorSettings(
                    reviews,
                    accounts,
                    settings.roleName(),
                    settings.rolePath(),
                    settings.externalId(),
                    settings.acceptanceRole(),
                    settings.endpointUrl(),
                    settings.region(),
                    regions,
                    settings.bootstrapServers(),
                    settings.sealKeyset(),
                    settings.grantKeyset()));
        }

        Asked externalId(String id) {
            return besides(
                    Optional.of(id),
                    settings.acceptanceRole(),
                    settings.bootstrapServers(),
                    settings.sealKeyset(),
                    settings.grantKeyset());
        }

        Asked acceptanceRole(String arn) {
            return besides(
                    settings.externalId(),
                    Optional.of(RoleArn.parse(arn)),
                    settings.bootstrapServers(),
                    settings.sealKeyset(),
                    settings.grantKeyset());
        }

        Asked broker(String servers) {
            return besides(
                    settings.externalId(),
                    settings.acceptanceRole(),
                    Optional.of(servers),
                    settings.sealKeyset(),
                    settings.grantKeyset());
        }

        Asked sealKeyset(Path file) {
            return besides(
                    settings.externalId(),
                    settings.acceptanceRole(),
                    settings.bootstrapServers(),
                    Optional.of(file),
                    settings.grantKeyset());
        }

        Asked grantKeyset(Path file) {
            return besides(
                    settings.externalId(),
                    settings.acceptanceRole(),
                    settings.bootstrapServers(),
                    settings.sealKeyset(),
                    Optional.of(file));
        }

        private Asked besides(
                Optional<String> externalId,
                Optional<RoleArn> acceptanceRole,
                Optional<String> broker,
                Optional<Path> seal,
                Optional<Path> grant) {
            return new Asked(new DoctorSettings(
                    settings.reviewsAccount(),
                    settings.accounts(),
                    settings.roleName(),
                    settings.rolePath(),
                    externalId,
                    acceptanceRole,
                    settings.endpointUrl(),
                    settings.region(),
                    settings.regions(),
                    broker,
                    seal,
                    grant));
        }
    }
}
