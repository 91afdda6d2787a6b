/**
 * Session credentials on their way through Kafka: sealed by the broker, opened by who works with them, and the grants
 * that let a record ask for a new session.
 *
 * <p>Tink does the cryptography; here is what is sealed, what it is bound to, and what a failure means.
 */
package io.sharewell.seal;
