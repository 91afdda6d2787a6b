/**
 * What the broker decides: which Regions of an account are looked into, when a session is opened, handed out again or
 * renewed, and what a refusal means.
 *
 * <p>AWS is behind three ports: {@link io.sharewell.broker.domain.RoleAssumer},
 * {@link io.sharewell.broker.domain.RegionDirectory} and {@link io.sharewell.broker.domain.AccountRegions}. Sessions are
 * kept sealed only; the credentials in clear live as long as a method call.
 *
 * <p>If AWS rejects the credentials that the broker itself runs with, no account can be opened. Every account is tried up
 * the whole retry ladder, since rotated credentials may work in a minute, and is then blocked with the reason. Only
 * account-discovery ends sweeps: one in which every account is blocked for them fails.
 */
package io.sharewell.broker.domain;
