/**
 * What each AWS service's operations do. They find a checked request and an authenticated caller, and
 * answer with the model's members or with an {@code AwsException}.
 */
package io.sharewell.simulator.services;
