/** The AWS Organization, asked over the AWS API. */
package io.sharewell.discovery.aws;
