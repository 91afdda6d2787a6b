/**
 * Checks what a run left behind: all topics with their retry and dead-letter topics, the consumer groups, and the shares
 * that AWS has. Says in words what does not hold.
 */
package io.sharewell.chaos.checker;
