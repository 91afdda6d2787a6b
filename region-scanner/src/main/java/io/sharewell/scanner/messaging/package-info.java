/** The scanner's place in the pipeline: from {@code account-sessions} to {@code workloads-found}. */
package io.sharewell.scanner.messaging;
