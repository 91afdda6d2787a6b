package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;

/**
 * Create-, Update- and DeleteWorkloadShare. AWS has no dry run for them; a request that is meant to fail, for a workload
 * that is not there, is a write all the same to whoever reads the account's CloudTrail, and nobody documents whether AWS
 * looks at the permission first. So they are not tried; doctor's own session could not even do them.
 */
final class ChangeSharesCheck {

    private ChangeSharesCheck() {}

    static Finding check(DoctorSettings settings, AccountId account) {
        String arn = settings.roleArn(account.value());
        return Finding.of(
                Cause.CHANGES_NOT_TRIED,
                "CreateWorkloadShare, UpdateWorkloadShare and DeleteWorkloadShare were not tried.",
                "Whether the role may create, update and delete shares cannot be told without writing, and doctor writes"
                        + " nothing. IAM's simulator tells, in the account itself (it knows the role's policies and"
                        + " boundary; service control policies it does not all know). A sweep names the action if it is"
                        + " missing.",
                "aws iam simulate-principal-policy --policy-source-arn " + arn
                        + " --action-names wellarchitected:CreateWorkloadShare wellarchitected:UpdateWorkloadShare"
                        + " wellarchitected:DeleteWorkloadShare --query 'EvaluationResults[].[EvalActionName,EvalDecision]' --output table");
    }
}
