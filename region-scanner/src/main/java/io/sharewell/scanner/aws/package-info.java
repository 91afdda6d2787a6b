/** Reads the Well-Architected Tool: opens sealed sessions, keeps to the rate, and tells failures in the domain's words. */
package io.sharewell.scanner.aws;
