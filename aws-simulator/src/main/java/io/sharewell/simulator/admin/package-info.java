/** The simulator's own API, on a port of its own: what a test or a person wants to see and to change. */
package io.sharewell.simulator.admin;
