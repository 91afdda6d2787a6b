/**
 * What the four services do alike with Kafka: receive, work, publish and then acknowledge; the retry ladder, dead
 * letters and renewals; reading {@code share-results} from its beginning.
 *
 * <p>Promise: at least once. A record is acknowledged when everything that follows from it is confirmed by the broker.
 * A service brings a {@link io.sharewell.messaging.Stage}; the rest is here.
 */
package io.sharewell.messaging;
