package io.sharewell.simulator.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.RateLimitsFile;
import io.sharewell.simulator.organization.RateLimitsFile.Bucket;
import io.sharewell.simulator.organization.RateLimitsFile.Limit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {

    private static final Limit ONE = new Limit(new Bucket(0.001, 1), null);
    private static final Limit TWO = new Limit(new Bucket(0.001, 2), null);

    @Test
    void takesAnOperationsOwnThenItsServicesInPlaceOfWhatIsPublished() {
        var limiter = limiter(Map.of("organizations.*", ONE, "organizations.ListRoots", TWO));

        assertThat(admitted(limiter, "organizations", "ListAccounts")).isEqualTo(1);
        assertThat(admitted(limiter, "organizations", "ListParents"))
                .as("of Organizations each operation has a bucket of its own")
                .isEqualTo(1);
        assertThat(admitted(limiter, "organizations", "ListRoots")).isEqualTo(2);
        assertThat(admitted(limiter, "account", "ListRegions"))
                .as("as published")
                .isEqualTo(5);
    }

    private static RateLimiter limiter(Map<String, Limit> limits) {
        return new RateLimiter(new RateLimitsFile(true, limits));
    }

    private static int admitted(RateLimiter limiter, String service, String operation) {
        var model = ServiceModels.load().service(service).operations().get(operation);
        int admitted = 0;
        while (limiter.admit(model, "444444444444", "us-east-1", 0)) {
            admitted++;
        }
        return admitted;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts", "s3.GetObject", "sts.AssumeRoll", "ListAccounts"})
    void refusesOperationsThatThereAreNot(String name) {
        assertThatExceptionOfType(OrganizationFileException.class)
                .isThrownBy(() -> limiter(Map.of(name, ONE)))
                .withMessageContaining("rateLimits.limits has " + name)
                .withMessageContaining("write it like");
    }
}
