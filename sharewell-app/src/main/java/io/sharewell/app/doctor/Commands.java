package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands of the AWS CLI that more than one cure names. */
final class Commands {

    private static final Pattern POLICY = Pattern.compile("(?:service|resource)_control_policy/(p-[A-Za-z0-9-]+)");

    private Commands() {}

    static String policiesOf(AccountId account) {
        return "aws organizations list-policies-for-target --target-id " + account + " --filter SERVICE_CONTROL_POLICY";
    }

    /** The policy that AWS names in its refusal, else those of the account (an OU above it may have it as well). */
    static String policyBehind(String said, AccountId account) {
        Matcher policy = POLICY.matcher(said);
        return policy.find() ? "aws organizations describe-policy --policy-id " + policy.group(1) : policiesOf(account);
    }

    static String role(String name) {
        return "aws iam get-role --role-name " + name + " --query 'Role.[Arn,AssumeRolePolicyDocument]'";
    }

    /** What a role may do is in its inline and its attached policies. */
    static String rolePolicies(String name) {
        return "aws iam get-account-authorization-details --filter Role --query \"RoleDetailList[?RoleName=='" + name
                + "']\"";
    }
}
