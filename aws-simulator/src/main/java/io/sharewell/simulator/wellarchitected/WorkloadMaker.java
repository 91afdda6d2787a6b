package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.cloud.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes up an account's workloads in a Region: the same for the same seed, and found again by their id. */
final class WorkloadMaker {

    private static final Instant LATEST = Instant.parse("2026-10-30T16:00:00Z");
    private static final List<String> SYSTEMS = List.of(
            "Payments",
            "Orders",
            "Customer portal",
            "Data lake",
            "Billing",
            "Identity",
            "Search",
            "Inventory",
            "Shipping",
            "Loyalty",
            "Pricing",
            "Fraud detection",
            "Reporting",
            "Content",
            "Notifications",
            "Partner",
            "Mobile",
            "Claims",
            "Ledger",
            "Telemetry",
            "Recommendations",
            "Support desk",
            "Scheduling",
            "Archive");
    private static final List<String> PARTS = List.of(
            "API",
            "backend",
            "web front end",
            "batch jobs",
            "event hub",
            "ingestion",
            "analytics",
            "gateway",
            "workflow",
            "data store",
            "integration",
            "admin console",
            "streaming",
            "cache",
            "migration",
            "edge");
    private static final List<String> IMPROVEMENT =
            List.of("NOT_APPLICABLE", "NOT_STARTED", "IN_PROGRESS", "COMPLETE", "RISK_ACKNOWLEDGED");
    private static final List<List<String>> LENSES = List.of(
            List.of("wellarchitected"),
            List.of("wellarchitected"),
            List.of("wellarchitected", "serverless"),
            List.of("wellarchitected", "softwareasaservice"));
    private static final int QUESTIONS = 57;

    /** More than any account has in a Region. */
    private static final int MOST = 1_000_000;

    private final String account;
    private final String region;
    private final long seed;

    WorkloadMaker(long seed, String account, String region) {
        this.account = account;
        this.region = region;
        this.seed = Ids.hash(seed, account + "/" + region);
    }

    Workload make(int index) {
        var id = id(index);
        long look = Ids.mix(id.high() ^ id.low());
        return new Workload(
                id,
                account,
                region,
                name(index),
                LATEST.minus(Duration.ofMinutes(Long.remainderUnsigned(look, 700 * 24 * 60))),
                LENSES.get((int) (look >>> 20 & 3)),
                riskCounts(look),
                IMPROVEMENT.get((int) ((look >>> 30 & 0xff) % IMPROVEMENT.size())),
                Map.of(),
                null);
    }

    /** The lower half hides the index, so that no table is needed to find a workload by its id. */
    private HexId id(int index) {
        long high = Ids.mix(seed + index);
        long random = Ids.mix(high ^ seed);
        return new HexId(high, random & 0xffffffff00000000L | (random ^ index) & 0xffffffffL);
    }

    /** The index of a workload made up here, or -1. */
    int indexOf(HexId id) {
        int index = (int) (Ids.mix(id.high() ^ seed) ^ id.low());
        return index >= 0 && index < MOST && id(index).equals(id) ? index : -1;
    }

    /** No two alike: steps through all pairs of words from a place that depends on account and Region. */
    private String name(int index) {
        int pairs = SYSTEMS.size() * PARTS.size();
        int pair = (int) Long.remainderUnsigned(seed + index * 7L, pairs);
        var name = SYSTEMS.get(pair % SYSTEMS.size()) + " " + PARTS.get(pair / SYSTEMS.size());
        return index < pairs ? name : name + " " + (index / pairs + 1);
    }

    static Map<String, Integer> riskCounts(long look) {
        int high = (int) (look >>> 3 & 0xf);
        int medium = (int) (look >>> 8 & 0xf);
        int unanswered = (int) (look >>> 13 & 0x1f) % 20;
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("UNANSWERED", unanswered);
        counts.put("HIGH", high);
        counts.put("MEDIUM", medium);
        counts.put("NONE", Math.max(0, QUESTIONS - high - medium - unanswered - 2));
        counts.put("NOT_APPLICABLE", 2);
        return counts;
    }
}
