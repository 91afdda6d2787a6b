/**
 * AWS Signature Version 4, the server's side: what a request says about who signed it, and whether
 * that is true. Whom a key belongs to and what he may do is decided elsewhere.
 */
package io.sharewell.simulator.signature;
