/** The command {@code explain}: whether an account is selected, and by which rule. */
package io.sharewell.app.explain;
