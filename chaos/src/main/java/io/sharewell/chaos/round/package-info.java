/** Rounds: an organization, a schedule of faults drawn from a seed, a sweep, and what the checker says of it. */
package io.sharewell.chaos.round;
