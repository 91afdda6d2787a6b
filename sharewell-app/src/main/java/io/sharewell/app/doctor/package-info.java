/**
 * The command {@code doctor}: what a sweep needs, looked at before anybody waits for one. Each check asks AWS read-only,
 * with the meanings of {@code aws-access}, and gives a {@link io.sharewell.app.doctor.Finding}; what a check depends on is
 * handed to it, so that a check whose ground is missing is not made instead of being wrong.
 */
package io.sharewell.app.doctor;
