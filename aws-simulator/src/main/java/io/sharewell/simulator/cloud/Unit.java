package io.sharewell.simulator.cloud;

import io.sharewell.simulator.iam.PolicySet;
import java.util.ArrayList;
import java.util.List;

/** The organization's root or one of its OUs. */
public final class Unit {

    private final String id;
    private final String name;
    private final Unit parent;
    private final PolicySet.Level policies;
    private final List<Unit> units = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    /** With {@code parent} null for the root; puts itself below its parent. */
    Unit(String id, String name, Unit parent, PolicySet.Level policies) {
        this.id = id;
        this.name = name;
        this.parent = parent;
        this.policies = policies;
        if (parent != null) {
            parent.units.add(this);
        }
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Null for the root. */
    public Unit parent() {
        return parent;
    }

    public boolean isRoot() {
        return parent == null;
    }

    public List<Unit> units() {
        return units;
    }

    public List<Account> accounts() {
        return accounts;
    }

    /** SCPs from the root down to here and to an account's own. */
    List<PolicySet.Level> levelsWith(PolicySet.Level account) {
        var levels = mutableLevels();
        levels.add(account);
        return List.copyOf(levels);
    }

    private List<PolicySet.Level> mutableLevels() {
        var levels = parent == null ? new ArrayList<PolicySet.Level>() : parent.mutableLevels();
        levels.add(policies);
        return levels;
    }

    /** Ids from the root down to here, each followed by a slash. */
    public String idPath() {
        return (parent == null ? "" : parent.idPath()) + id + "/";
    }

    /** Names below the root, such as {@code Workloads/Prod}; empty for the root. */
    public String namePath() {
        if (parent == null) {
            return "";
        }
        return parent.isRoot() ? name : parent.namePath() + "/" + name;
    }
}
