/** What discovery says on Kafka and what it reads there. */
package io.sharewell.discovery.messaging;
