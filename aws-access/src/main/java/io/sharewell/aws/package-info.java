/**
 * How Sharewell speaks with AWS: clients that are built once, calls that keep to a rate and a time, and one place that
 * says what a failure means.
 *
 * <p>Knows no service client. Who calls a service brings its SDK artifact and hands the builder to
 * {@link io.sharewell.aws.AwsClients}.
 */
package io.sharewell.aws;
