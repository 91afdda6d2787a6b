/** Lists the accounts of the organization, begins and ends sweeps, and answers questions about them. */
package io.sharewell.discovery;
