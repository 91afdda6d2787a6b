package io.sharewell.simulator.signature;

import io.sharewell.simulator.protocol.CommonError;
import io.sharewell.simulator.protocol.HttpMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/** Signs a request again and compares. One thread only. */
public final class SignatureVerifier {

    static final String MISMATCH = "The request signature we calculated does not match the signature you provided."
            + " Check your AWS Secret Access Key and signing method."
            + " Consult the service documentation for details.";

    private static final Duration SKEW = Duration.ofMinutes(5);
    private final Clock wallClock;
    private final Digests digests = new Digests();
    private final CanonicalRequest canonical = new CanonicalRequest(digests);
    private final SigningKeys keys = new SigningKeys(digests);

    /** Skew is judged by the wall clock: a client cannot know of a simulator's own time. */
    public SignatureVerifier(Clock wallClock) {
        this.wallClock = wallClock;
    }

    /**
     * Holds the request's signature against the secret of the key it names.
     *
     * @throws SignatureProblem if the signature is wrong, too old or too new, or leaves out what it must cover
     */
    public void verify(HttpMessage request, Signed signed, String secret) {
        checkTime(signed);
        checkHeaders(request, signed);
        var toSign = "AWS4-HMAC-SHA256\n" + signed.timestamp() + "\n"
                + signed.scope().text() + "\n"
                + digests.sha256Hex(canonical.of(request, signed).getBytes(StandardCharsets.UTF_8));
        var expected = HexFormat.of().formatHex(digests.hmac(keys.key(signed.scope(), secret), toSign));
        if (!MessageDigest.isEqual(ascii(expected), ascii(signed.signature()))) {
            throw new SignatureProblem(CommonError.BAD_SIGNATURE, MISMATCH);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void checkTime(Signed signed) {
        var signedAt = Timestamp.parse(signed.timestamp());
        if (!signed.timestamp().startsWith(signed.scope().date())) {
            throw bad("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + signed.scope().date() + "' != '" + signed.timestamp().substring(0, 8) + "', from '"
                    + signed.timestamp() + "'.");
        }
        var now = wallClock.instant();
        if (signedAt.isAfter(now.plus(SKEW))) {
            throw bad("Signature not yet current: " + signed.timestamp() + " is still later than "
                    + Timestamp.of(now.plus(SKEW)) + " (" + Timestamp.of(now) + " + 5 min.)");
        }
        var validity = signed.validity() == null ? SKEW : signed.validity();
        if (signedAt.isBefore(now.minus(validity))) {
            throw bad("Signature expired: " + signed.timestamp() + " is now earlier than "
                    + Timestamp.of(now.minus(validity)) + " (" + Timestamp.of(now) + " - "
                    + validity.toMinutes() + " min.)");
        }
    }

    /** AWS wants the host and every {@code x-amz-} header signed. */
    private static void checkHeaders(HttpMessage request, Signed signed) {
        if (!signed.headers().contains("host")) {
            throw bad("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
        for (var header : request.headers()) {
            var name = header.getKey();
            if (isAmzHeader(name) && !signed.headers().contains(name.toLowerCase(Locale.ROOT))) {
                throw bad("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }
    }

    private static boolean isAmzHeader(String name) {
        return name.regionMatches(true, 0, "x-amz-", 0, 6);
    }

    private static SignatureProblem bad(String message) {
        return new SignatureProblem(CommonError.BAD_SIGNATURE, message);
    }
}
