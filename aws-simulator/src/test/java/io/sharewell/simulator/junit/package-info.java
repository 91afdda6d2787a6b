/** The simulator in JUnit's hands. This package alone is published, as the artifact with the classifier {@code tests}. */
package io.sharewell.simulator.junit;
