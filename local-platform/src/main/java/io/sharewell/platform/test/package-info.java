/**
 * The local platform as tests want it: once per JVM, Kafka in a container where a Docker engine answers, and as a resource
 * of Quarkus' tests. Only tests load this package; Quarkus' test library and, for the container,
 * {@code org.testcontainers:testcontainers-kafka} are on their class path.
 */
package io.sharewell.platform.test;
