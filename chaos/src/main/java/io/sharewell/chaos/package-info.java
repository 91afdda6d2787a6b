/** The command {@code ./sharewell chaos}. */
package io.sharewell.chaos;
