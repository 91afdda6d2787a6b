/** What can go wrong in a round, one small class each. */
package io.sharewell.chaos.faults;
