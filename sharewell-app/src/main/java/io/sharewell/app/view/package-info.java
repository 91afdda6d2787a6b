/**
 * What a person sees of a sweep: progress while it runs, the outcome as a table and as the organization's tree, the report
 * as a file, and the exit status. Made from the ledger alone; knows nothing of Kafka, AWS or Quarkus.
 */
package io.sharewell.app.view;
