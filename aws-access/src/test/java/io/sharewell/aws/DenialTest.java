package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DenialTest {

    private static final CallSite UPDATE = CallSite.of("wellarchitected", "UpdateWorkloadShare");

    @Test
    void namesTheActionThatAwsNames() {
        assertThat(remedy("User: x is not authorized to perform: wellarchitected:TagResource on resource: y"
                        + " because no identity-based policy allows the wellarchitected:TagResource action"))
                .isEqualTo("Add wellarchitected:TagResource to the policy of the role in this account.");
    }

    @Test
    void namesTheActionOfTheCallWhereAwsNamesNone() {
        assertThat(remedy("You don't have permissions to access this resource."))
                .isEqualTo("Add wellarchitected:UpdateWorkloadShare to the policy of the role in this account.");
        assertThat(remedy("")).contains("wellarchitected:UpdateWorkloadShare");
    }

    @Test
    void namesOurOwnRoleWhereTheCallIsOurs() {
        assertThat(new Denial("", CallSite.of("ssm", "GetParametersByPath")).remedy())
                .isEqualTo("Add ssm:GetParametersByPath to the policy of the role that Sharewell runs with.");
    }

    @Test
    void namesThePolicyThatDeniesExplicitly() {
        assertThat(remedy("not authorized to perform: wellarchitected:UpdateWorkloadShare on resource: y"
                        + " with an explicit deny in an identity-based policy"))
                .isEqualTo("The identity-based policy denies wellarchitected:UpdateWorkloadShare to the role in this"
                        + " account explicitly: take that out of it.");
    }

    @Test
    void namesTheBoundaryThatLacksTheAction() {
        assertThat(remedy("not authorized to perform: wellarchitected:UpdateWorkloadShare"
                        + " because no permissions boundary allows the wellarchitected:UpdateWorkloadShare action"))
                .isEqualTo("Add wellarchitected:UpdateWorkloadShare to the permissions boundary for the role in this"
                        + " account.");
    }

    @Test
    void knowsAServiceControlPolicyInEveryWording() {
        assertThat(denial("with an explicit deny in a service control policy").byServiceControlPolicy())
                .isTrue();
        assertThat(denial("because no Service Control Policy allows the x:Y action")
                        .byServiceControlPolicy())
                .isTrue();
        assertThat(denial("with an explicit deny in a session policy").byServiceControlPolicy())
                .isFalse();
    }

    private static String remedy(String text) {
        return denial(text).remedy();
    }

    private static Denial denial(String text) {
        return new Denial(text, UPDATE);
    }
}
