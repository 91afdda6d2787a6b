/**
 * AWS's three wire protocols: finding the operation, reading a request, writing answers and errors.
 * Nothing here knows what an operation does.
 */
package io.sharewell.simulator.protocol;
