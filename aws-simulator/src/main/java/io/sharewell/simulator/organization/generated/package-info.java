/** Makes up believable organizations. */
package io.sharewell.simulator.organization.generated;
