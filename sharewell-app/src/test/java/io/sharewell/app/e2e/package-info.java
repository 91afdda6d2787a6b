/** The whole pipeline on a real broker against a simulated AWS, as packaged: in one JVM and as four processes. */
package io.sharewell.app.e2e;
