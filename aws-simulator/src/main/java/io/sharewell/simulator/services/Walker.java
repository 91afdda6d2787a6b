package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Identity;
import java.util.List;

/**
 * Who walks, and how.
 *
 * @param role name of the role that he assumes in each account
 * @param externalId null: none
 * @param regions those he looks into; null: all with the Well-Architected Tool
 */
public record Walker(Identity caller, String role, String externalId, List<String> regions) {}
