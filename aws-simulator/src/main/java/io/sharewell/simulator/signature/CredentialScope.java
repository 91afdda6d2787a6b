package io.sharewell.simulator.signature;

import io.sharewell.simulator.protocol.CommonError;

/** {@code accessKeyId/20261121/eu-west-1/wellarchitected/aws4_request}. */
public record CredentialScope(String accessKeyId, String date, String region, String service) {

    static CredentialScope parse(String credential) {
        var parts = credential.split("/", -1);
        if (parts.length != 5 || !parts[4].equals("aws4_request")) {
            throw new SignatureProblem(
                    CommonError.INCOMPLETE_SIGNATURE,
                    "Credential must have exactly 5 slash-delimited elements, e.g."
                            + " keyid/date/region/service/term, got '" + credential + "'");
        }
        return new CredentialScope(parts[0], parts[1], parts[2], parts[3]);
    }

    String text() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }
}
