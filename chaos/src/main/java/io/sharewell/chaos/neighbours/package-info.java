/** What broken accounts cost the others. */
package io.sharewell.chaos.neighbours;
