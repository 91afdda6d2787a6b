/**
 * A simulator of AWS Organizations, STS, SSM, Account Management and the Well-Architected Tool that
 * AWS's own clients can talk to. This package is what others use: start it in a JVM or from the
 * command line.
 */
package io.sharewell.simulator;
