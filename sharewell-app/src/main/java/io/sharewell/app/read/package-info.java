/**
 * The commands that read a running installation's {@code share-results}: they join no group and write nothing, so they may
 * be run by anybody at any time.
 */
package io.sharewell.app.read;
