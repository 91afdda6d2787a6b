/** How a service gets its AWS clients: from the settings under {@code aws-access}, one set per process. */
package io.sharewell.aws.config;
