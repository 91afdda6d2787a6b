/** Packaged applications as processes of their own: for tests, chaos and benchmarks. */
package io.sharewell.platform.process;
