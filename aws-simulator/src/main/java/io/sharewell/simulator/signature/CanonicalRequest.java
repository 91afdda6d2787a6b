package io.sharewell.simulator.signature;

import io.sharewell.simulator.protocol.CommonError;
import io.sharewell.simulator.protocol.HttpMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The text both sides agree on before they sign it. */
final class CanonicalRequest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Digests digests;

    CanonicalRequest(Digests digests) {
        this.digests = digests;
    }

    String of(HttpMessage request, Signed signed) {
        var text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        path(text, Paths.normalized(request.path()));
        text.append('\n');
        query(text, request.query());
        text.append('\n');
        for (var name : signed.headers()) {
            header(text, name, request.headers().getAll(name));
        }
        text.append('\n');
        text.append(String.join(";", signed.headers())).append('\n');
        return text.append(payloadHash(request)).toString();
    }

    /** Every service but S3 signs the path encoded once more than it travels. */
    private static void path(StringBuilder text, String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/') {
                text.append(c);
            } else {
                encode(text, c);
            }
        }
    }

    private static void query(StringBuilder text, String query) {
        if (query.isEmpty()) {
            return;
        }
        var pairs = new ArrayList<Pair>();
        for (var pair : query.split("&")) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.equals("X-Amz-Signature")) {
                pairs.add(new Pair(encoded(name), equals < 0 ? "" : encoded(pair.substring(equals + 1))));
            }
        }
        pairs.sort(Comparator.comparing(Pair::name).thenComparing(Pair::value));
        text.append(pairs.stream().map(it -> it.name() + "=" + it.value()).collect(Collectors.joining("&")));
    }

    private record Pair(String name, String value) {}

    private static String encoded(String part) {
        var text = new StringBuilder();
        for (byte b : URLDecoder.decode(part, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)) {
            encode(text, (char) (b & 0xff));
        }
        return text.toString();
    }

    private static void encode(StringBuilder text, char c) {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0) {
            text.append(c);
        } else {
            text.append('%').append(HEX.toHighHexDigit(c)).append(HEX.toLowHexDigit(c));
        }
    }

    private static void header(StringBuilder text, String name, List<String> values) {
        text.append(name).append(':');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            trimmed(text, values.get(i));
        }
        text.append('\n');
    }

    /** Without blanks at the ends, runs of blanks as one. */
    private static void trimmed(StringBuilder text, String value) {
        boolean blank = false;
        int start = text.length();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ' || c == '\t') {
                blank = true;
                continue;
            }
            if (blank && text.length() > start) {
                text.append(' ');
            }
            blank = false;
            text.append(c);
        }
    }

    /** A declared hash must be the body's, unless the caller declares that he did not sign the body. */
    private String payloadHash(HttpMessage request) {
        var declared = request.header("X-Amz-Content-Sha256");
        if ("UNSIGNED-PAYLOAD".equals(declared)) {
            return declared;
        }
        var hash = digests.sha256Hex(request.body());
        if (declared != null && !declared.equals(hash)) {
            throw new SignatureProblem(CommonError.BAD_SIGNATURE, SignatureVerifier.MISMATCH);
        }
        return hash;
    }
}
