package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    @Test
    void itsAccountsHaveTheRoleOfTheTemplate() throws Exception {
        String template = Files.readString(Path.of("../deploy/iam/member-role.yaml"));
        String policies = template.substring(template.indexOf("Policies:"), template.indexOf("Sid: AcceptInvitations"));

        assertThat(Pattern.compile("(?:wellarchitected|account):[A-Z]\\w+")
                        .matcher(policies)
                        .results())
                .extracting(action -> action.group())
                .containsExactlyInAnyOrderElementsOf(Organization.ACTIONS_OF_THE_MEMBER_ROLE);
    }
}
