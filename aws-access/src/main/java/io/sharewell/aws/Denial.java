package io.sharewell.aws;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AWS says of an access it denies. The wording is that of the IAM User Guide, "Troubleshoot access denied error
 * messages"; where it is another, the call itself tells the action.
 */
final class Denial {

    private static final Pattern ACTION = Pattern.compile("(?:to perform: |allows the )([a-z0-9-]+:[A-Za-z]+)");
    private static final String POLICY = "an? ([A-Za-z -]+? (?:policy|boundary))";
    private static final Pattern EXPLICIT = Pattern.compile("explicit deny in " + POLICY);
    private static final Pattern NOT_ALLOWED = Pattern.compile("because no ([A-Za-z -]+? (?:policy|boundary)) allows");
    private static final String OF_THE_ROLE = "identity-based policy";

    private final String text;
    private final CallSite site;

    Denial(String text, CallSite site) {
        this.text = text;
        this.site = site;
    }

    boolean byServiceControlPolicy() {
        return text.toLowerCase(Locale.ROOT).contains("service control policy");
    }

    /** What to do about it, with the action's name. */
    String remedy() {
        String role = site.asOurselves() ? "the role that Sharewell runs with" : "the role in this account";
        return policy(EXPLICIT)
                .map(policy ->
                        "The " + policy + " denies " + action() + " to " + role + " explicitly: take that out of it.")
                .or(() -> policy(NOT_ALLOWED)
                        .filter(policy -> !policy.equals(OF_THE_ROLE))
                        .map(policy -> "Add " + action() + " to the " + policy + " for " + role + "."))
                .orElse("Add " + action() + " to the policy of " + role + ".");
    }

    private String action() {
        Matcher matcher = ACTION.matcher(text);
        return matcher.find() ? matcher.group(1) : site.action();
    }

    private Optional<String> policy(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
