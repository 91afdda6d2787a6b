/**
 * The share-writer: makes the shares of each workload what they should be, and accepts invitations. Here are its settings.
 */
package io.sharewell.writer;
