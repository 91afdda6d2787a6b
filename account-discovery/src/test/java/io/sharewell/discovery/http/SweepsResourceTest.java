package io.sharewell.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.discovery.DiscoverySettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class SweepsResourceTest {

    @Test
    void beginsNoSweepForAnybodyWhereNoTokenIsSet() throws InterruptedException {
        DiscoverySettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DiscoverySettings.class)
                .build()
                .getConfigMapping(DiscoverySettings.class);

        try (Response answer = new SweepsResource(null, settings).start("Bearer ", "{}")) {
            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(answer.getEntity().toString())
                    .contains("POST /sweeps is off: set account-discovery.api.token to turn it on");
        }
    }
}
