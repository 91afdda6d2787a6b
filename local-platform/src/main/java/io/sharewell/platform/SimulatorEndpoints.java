package io.sharewell.platform;

import java.net.URI;

/**
 * Where a simulator answers.
 *
 * @param aws all of AWS's services
 * @param admin the simulator's own admin API; its paths begin with {@code /admin/}
 */
public record SimulatorEndpoints(URI aws, URI admin) {}
