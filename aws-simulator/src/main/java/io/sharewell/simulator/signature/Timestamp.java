package io.sharewell.simulator.signature;

import io.sharewell.simulator.protocol.CommonError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Signature Version 4 writes them: {@code 20261121T170000Z}. */
final class Timestamp {

    private static final int LENGTH = 16;
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Timestamp() {}

    static String of(Instant time) {
        return FORMAT.format(time);
    }

    /** From HTTP's form of a date; what is in neither form stays as it is. */
    static String ofHttpDate(String text) {
        try {
            return of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException _) {
            return text;
        }
    }

    /** By hand, because every request has one and a formatter takes as long as all of the cryptography. */
    static Instant parse(String text) {
        try {
            if (text.length() == LENGTH && text.charAt(8) == 'T' && text.charAt(15) == 'Z') {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 4, 6),
                                number(text, 6, 8),
                                number(text, 9, 11),
                                number(text, 11, 13),
                                number(text, 13, 15))
                        .toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException | NumberFormatException _) {
            // Told below
        }
        throw new SignatureProblem(
                CommonError.INCOMPLETE_SIGNATURE,
                "Date must be in ISO-8601 'basic format'. Got '" + text
                        + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException();
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
