/** What makes a cloud a cloud: rate limits, and faults on demand. */
package io.sharewell.simulator.trouble;
