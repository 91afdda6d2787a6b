package io.sharewell.simulator.server;

import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.model.Protocol;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.CommonError;
import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.signature.SignatureProblem;
import io.sharewell.simulator.signature.SignatureVerifier;
import io.sharewell.simulator.signature.Signed;

/** Finds out who sent a request, and whether his credentials are good in the Region it is sent to. */
final class Authentication {

    private static final String INVALID = "The security token included in the request is invalid.";
    private static final String EXPIRED = "The security token included in the request is expired";

    private final SignatureVerifier verifier;

    Authentication(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Who it is.
     *
     * @throws AwsException as AWS refuses unknown keys, wrong signatures and expired sessions
     */
    Identity authenticate(HttpMessage request, Signed signed, ServiceModel service, Cloud cloud) {
        var protocol = service.protocol();
        checkRegion(signed, service);
        var identity = cloud.credentials().find(signed.scope().accessKeyId());
        if (identity == null || !tokenIsRight(identity, signed)) {
            throw CommonError.INVALID_TOKEN.in(protocol, INVALID);
        }
        try {
            verifier.verify(request, signed, identity.secretAccessKey());
        } catch (SignatureProblem e) {
            throw e.error().in(protocol, e.getMessage());
        }
        if (identity instanceof Identity.Session session
                && !cloud.clock().instant().isBefore(session.expiresAt())) {
            throw CommonError.EXPIRED_TOKEN.in(protocol, EXPIRED);
        }
        checkAccount(identity, Exchange.region(signed), protocol);
        return identity;
    }

    private static void checkRegion(Signed signed, ServiceModel service) {
        var region = signed.scope().region();
        boolean served = service.name().equals("wellarchitected")
                ? Regions.WELL_ARCHITECTED.contains(region)
                : Regions.exists(region) || Exchange.isGlobal(signed);
        if (!served) {
            throw CommonError.BAD_SIGNATURE.in(service.protocol(), "Credential should be scoped to a valid region. ");
        }
    }

    private static boolean tokenIsRight(Identity identity, Signed signed) {
        return switch (identity) {
            case Identity.User _ -> signed.sessionToken() == null;
            case Identity.Session session -> session.token().equals(signed.sessionToken());
        };
    }

    /** A Region that the account has not enabled does not know the account's credentials. */
    private static void checkAccount(Identity identity, String region, Protocol protocol) {
        boolean closed = identity.account().state() == AccountState.CLOSED
                || identity.account().state() == AccountState.SUSPENDED;
        if (closed || !identity.account().hasEnabled(region)) {
            throw CommonError.INVALID_TOKEN.in(protocol, INVALID);
        }
    }
}
