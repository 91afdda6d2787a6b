/**
 * The broker's calls to AWS: {@code sts:AssumeRole}, {@code ssm:GetParametersByPath} on a public path, and, with an
 * account's own session, {@code account:ListRegions}. Turns what AWS answers into the words of the domain.
 */
package io.sharewell.broker.aws;
