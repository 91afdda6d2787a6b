/** How fast and how lean: sweeps against the simulator, the bare loop beside them, and the small things under JMH. */
package io.sharewell.benchmark;
