package io.sharewell.broker.aws;

import io.sharewell.events.AccountId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of an IAM role. {@link #toString} gives it as AWS writes it.
 *
 * @param path begins and ends with a slash
 */
public record RoleArn(String partition, AccountId account, String path, String name) {

    private static final Pattern FORM =
            Pattern.compile("arn:(aws[a-z-]*):iam::(\\d{12}):role(/(?:[\\x21-\\x7e]{1,510}/)?)([\\w+=,.@-]{1,64})");

    /** @throws IllegalArgumentException if the text is not the ARN of a role; its message says how one looks */
    public static RoleArn parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the ARN of a role: it must look like arn:aws:iam::123456789012:role/name");
        }
        return new RoleArn(form.group(1), AccountId.of(form.group(2)), form.group(3), form.group(4));
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":iam::" + account + ":role" + path + name;
    }
}
