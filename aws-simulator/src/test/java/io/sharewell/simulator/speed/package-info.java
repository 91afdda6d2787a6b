/** Measurements, to be run by hand: README.md has the commands. None of them is a test. */
package io.sharewell.simulator.speed;
