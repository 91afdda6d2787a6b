package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenierTest {

    private static final String USER = "User: arn:aws:iam::777788889999:user/JohnDoe is not authorized to perform: ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sts:AssumeRole on resource: r because no identity-based policy allows the sts:AssumeRole action | IDENTITY_POLICY
            sts:AssumeRole because no role trust policy allows the sts:AssumeRole action                    | TRUST_POLICY
            sts:AssumeRole on resource: r with an explicit deny in the role trust policy                    | TRUST_POLICY
            a:B on resource: r with an explicit deny in a service control policy: arn:aws:x                 | SERVICE_CONTROL_POLICY
            a:B because no service control policy allows the a:B action                                     | SERVICE_CONTROL_POLICY
            a:B on resource: r with an explicit deny in a resource control policy                           | RESOURCE_CONTROL_POLICY
            a:B because no permissions boundary allows the a:B action                                       | PERMISSIONS_BOUNDARY
            a:B because no session policy allows the a:B action                                             | SESSION_POLICY
            a:B because no resource-based policy allows the a:B action                                      | RESOURCE_POLICY
            a:B because no VPC endpoint policy allows the a:B action                                        | VPC_ENDPOINT_POLICY
            sts:AssumeRole on resource: arn:aws:iam::444455556666:role/WellArchitectedShares                | UNSAID
            """)
    void tellsThePolicyThatAwsNames(String said, Denier denier) {
        assertThat(Denier.of(USER + said)).isEqualTo(denier);
    }
}
