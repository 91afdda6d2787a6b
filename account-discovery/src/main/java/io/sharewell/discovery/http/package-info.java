/** Questions about sweeps and accounts, and the request for a sweep, over HTTP. */
package io.sharewell.discovery.http;
