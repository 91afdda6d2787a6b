/**
 * The simulated AWS beneath its services: accounts, the organization's tree, Regions, roles and
 * credentials, and the time. Touched by one thread only, the server's event loop.
 */
package io.sharewell.simulator.cloud;
