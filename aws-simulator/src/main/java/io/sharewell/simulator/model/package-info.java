/**
 * AWS's own service models: which operations there are, how they are addressed, and what their
 * requests, answers and errors look like. Loaded once from the trimmed model files beside this
 * package; nothing here knows what an operation does.
 */
package io.sharewell.simulator.model;
