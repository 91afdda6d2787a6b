package io.sharewell.aws;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a text what must not be seen: keys, tokens, signatures and e-mail addresses. */
public final class Scrubber {

    private record Rule(Pattern pattern, String replacement) {

        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    private static final String NAMES = "x-amz-security-token|x-amz-signature|x-amz-credential|authorization"
            + "|(?:aws[-_]?)?secret[-_]?access[-_]?key|(?:aws[-_]?)?session[-_]?token|security[-_]?token|signature|password";

    // In this order: what has a name is taken out by its name, whatever it looks like.
    private static final List<Rule> RULES = List.of(
            new Rule("(?i)(<(" + NAMES + ")>)[^<]*+", "$1***"),
            new Rule("(?i)(\\bauthorization\\b[\"']?\\s*[:=]\\s*[\"']?)(?:AWS4|Bearer|Basic)[^\\r\\n\"']*+", "$1***"),
            new Rule("(?i)(\\b(?:" + NAMES + ")[\"']?\\s*[:=]\\s*[\"']?)[^\\s\"'&,;<>\\]})]++", "$1***"),
            new Rule("\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{8,}+", "<access key id>"),
            new Rule("[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++", "<e-mail address>"),
            new Rule("[A-Za-z0-9/+_%=-]{80,}+", "<token>"),
            new Rule("\\b[0-9a-fA-F]{64}\\b", "<signature>"),
            // AWS's secret keys: 40 characters of base64. Text in small or capital letters only is something else.
            new Rule(
                    "(?<![A-Za-z0-9/+=])(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])",
                    "<secret>"));

    private Scrubber() {}

    /** @return the text without secrets; null if there is no text */
    public static String scrub(String text) {
        if (text == null) {
            return null;
        }
        String scrubbed = text;
        for (Rule rule : RULES) {
            scrubbed = rule.pattern().matcher(scrubbed).replaceAll(rule.replacement());
        }
        return scrubbed;
    }
}
