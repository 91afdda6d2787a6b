/** What happened: every call, counted and remembered. */
package io.sharewell.simulator.record;
