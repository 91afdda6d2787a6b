/** The laptop edition: the four services in one JVM with an embedded broker, and the command line. */
package io.sharewell.app;
