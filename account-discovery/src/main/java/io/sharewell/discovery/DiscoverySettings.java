package io.sharewell.discovery;

import io.sharewell.events.Mode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of account-discovery. */
@ConfigMapping(prefix = "account-discovery")
public interface DiscoverySettings {

    Schedule schedule();

    SelectionSettings selection();

    Acceptance acceptance();

    Api api();

    Rates rates();

    /** How long a sweep may take; then it fails and names what is open. */
    @WithDefault("12h")
    Duration deadline();

    /** The partition of the organization's accounts: aws, aws-us-gov, aws-cn. */
    @WithDefault("aws")
    String partition();

    /** Whether results name the OU path of each account; needs organizations:ListRoots, ListOrganizationalUnitsForParent and ListAccountsForParent. */
    @WithDefault("true")
    boolean ouPaths();

    /** How long the OU tree that was read is used. Less than a day: each daily sweep reads it anew. A sweep whose selection names OUs always does. */
    @WithDefault("23h")
    Duration ouTreeAge();

    /** How long errors of AWS Organizations are retried before the sweep fails. */
    @WithDefault("10m")
    Duration patience();

    /** Sweeps that come by themselves. */
    interface Schedule {
        /** Whether sweeps come by themselves. */
        @WithDefault("true")
        boolean enabled();

        /** Time from the beginning of a scheduled sweep to the next. */
        @WithDefault("24h")
        Duration every();

        /** Time from the beginning of a failed scheduled sweep to the next. */
        @WithDefault("15m")
        Duration afterFailure();

        /** Whether scheduled sweeps write (APPLY) or only say what they would do (PLAN). */
        @WithDefault("APPLY")
        Mode mode();
    }

    /** Accepting the invitations, in the reviews account. */
    interface Acceptance {
        /** The reviews account, in which invitations are accepted; nobody accepts them if not set, nor without a schedule. */
        Optional<String> account();

        /** Time from one acceptance to the next; each sweep that shares is followed by one, too. */
        @WithDefault("15m")
        Duration every();
    }

    /** What sweeps that share are about: scheduled ones, and those by {@code POST /sweeps} as far as they do not say. */
    interface SelectionSettings {
        /** Ids of accounts to include; all if neither accounts nor OUs are named. */
        Optional<List<String>> accounts();

        /** Ids of accounts to leave out. */
        Optional<List<String>> excludeAccounts();

        /** Ids of OUs or of the root to include, with all below. */
        Optional<List<String>> ous();

        /** Ids of OUs to leave out, with all below. */
        Optional<List<String>> excludeOus();

        /** Rules about account tags that must hold: key=value or key!=value. */
        Optional<List<String>> tags();

        /** Regions to look into; all where AWS has the Well-Architected Tool if none is named. */
        Optional<List<String>> regions();

        /** Regions not to look into. */
        Optional<List<String>> excludeRegions();

        /** Only workloads whose names begin so; all if not set. */
        Optional<String> workloadNamePrefix();

        /** Whether the management account is included. */
        @WithDefault("false")
        boolean managementAccount();
    }

    /** The HTTP interface. */
    interface Api {
        /** The bearer token that POST /sweeps asks for; without one it is off. */
        Optional<String> token();
    }

    /** Calls a second to Organizations; AWS allows a little more. */
    interface Rates {
        /** Calls of ListAccounts per second; AWS allows 8. */
        @WithDefault("7")
        double listAccounts();

        /** Calls of ListTagsForResource per second, one for each account that rules about tags decide on; AWS allows 10. */
        @WithDefault("9")
        double tags();

        /** Calls of every other operation of Organizations per second; AWS allows 5 of most. */
        @WithDefault("4")
        double others();
    }
}
