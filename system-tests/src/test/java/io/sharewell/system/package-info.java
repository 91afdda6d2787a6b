/** The four services as processes: whole sweeps, seen from outside. */
package io.sharewell.system;
