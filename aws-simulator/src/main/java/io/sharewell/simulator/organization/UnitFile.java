package io.sharewell.simulator.organization;

import java.util.List;

/**
 * An organizational unit with those below it.
 *
 * @param id null: made up
 * @param serviceControlPolicies names of the file's policies, besides FullAWSAccess which is always attached; null: none
 * @param units null: none
 */
public record UnitFile(String id, String name, List<String> serviceControlPolicies, List<UnitFile> units) {}
