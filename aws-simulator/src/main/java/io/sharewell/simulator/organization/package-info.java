/**
 * The organization file: what a simulated AWS Organization consists of, as a person writes it down in
 * YAML or JSON. Everything may be left out; what is null here is filled in when the file is loaded.
 */
package io.sharewell.simulator.organization;
