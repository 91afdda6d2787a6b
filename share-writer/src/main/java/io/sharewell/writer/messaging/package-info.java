/** The writer's place in the pipeline: from {@code workloads-found} to {@code share-results}. */
package io.sharewell.writer.messaging;
