/**
 * From an HTTP request to its answer: authentication, validation, trouble, the operation, the record
 * of it. Everything here runs on one event loop, so nothing needs a lock.
 */
package io.sharewell.simulator.server;
