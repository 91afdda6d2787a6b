package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewell.events.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsRegionsTest {

    @Test
    void sixteenOfTheCommercialRegionsNeedNoOptIn() {
        assertThat(AwsRegions.wellArchitected("aws"))
                .hasSize(18)
                .doesNotHaveDuplicates()
                .isSorted()
                .filteredOn(region -> RegionKind.of(region) == RegionKind.OPT_IN)
                .containsExactly(Region.of("ap-east-1"), Region.of("me-south-1"));
    }

    @Test
    void everyPackagedRegionIsInItsPartition() {
        assertThat(AwsRegions.wellArchitected("aws"))
                .allSatisfy(region -> assertThat(AwsRegions.partitionOf(region)).isEqualTo("aws"));
        assertThat(AwsRegions.wellArchitected("aws-us-gov"))
                .hasSize(2)
                .allSatisfy(region -> assertThat(AwsRegions.partitionOf(region)).isEqualTo("aws-us-gov"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eu-wset-1 | aws | AWS has no Region 'eu-wset-1', as far as this version of its SDK knows",
                "eu-wset-1 | aws | newer version of Sharewell. The Well-Architected Tool is in [ap-east-1, ",
                "us-gov-wset-1 | aws-us-gov | The Well-Architected Tool is in [us-gov-east-1, us-gov-west-1]",
                "Ireland | aws | AWS has no Region 'Ireland'",
                "aws-global | aws | AWS has no Region 'aws-global'",
                "us-gov-west-1 | aws | us-gov-west-1 is not in the partition aws"
            })
    void aRegionIsNamedAsAwsNamesIt(String name, String partition, String fault) {
        assertThat(AwsRegions.named("ap-northeast-3", "aws")).isEqualTo(Region.of("ap-northeast-3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AwsRegions.named(name, partition))
                .withMessageContaining(fault);
    }

    @Test
    void chinaHasNoWellArchitectedTool() {
        assertThat(AwsRegions.wellArchitected("aws-cn")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, ENABLED_BY_DEFAULT",
        "ap-northeast-3, ENABLED_BY_DEFAULT",
        "eu-north-1, ENABLED_BY_DEFAULT",
        "ap-east-1, OPT_IN",
        "eu-south-1, OPT_IN",
        "mx-central-1, OPT_IN",
        "eu-west-9, OPT_IN",
        "us-gov-west-1, ENABLED_BY_DEFAULT",
        "cn-north-1, ENABLED_BY_DEFAULT",
        "us-iso-east-1, UNKNOWN"
    })
    void knowsWhichRegionsAnAccountMustOptInTo(Region region, RegionKind kind) {
        assertThat(RegionKind.of(region)).isEqualTo(kind);
    }
}
