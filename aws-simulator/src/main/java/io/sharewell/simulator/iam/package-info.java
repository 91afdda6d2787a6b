/**
 * A small IAM: policy documents, and what they say to a request. Follows AWS's documented evaluation
 * logic; knows nothing of accounts, roles or services.
 */
package io.sharewell.simulator.iam;
