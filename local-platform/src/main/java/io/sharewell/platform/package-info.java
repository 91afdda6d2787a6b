/**
 * The world that Sharewell runs in, on one machine: a real Kafka broker inside this JVM, and the simulator of AWS beside
 * it; as a process of its own, or started by a test or by the laptop edition.
 */
package io.sharewell.platform;
