package io.sharewell.simulator.trouble;

import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.organization.RateLimitsFile;
import io.sharewell.simulator.organization.RateLimitsFile.Bucket;
import io.sharewell.simulator.organization.RateLimitsFile.Limit;
import java.util.HashMap;
import java.util.Map;

/**
 * Token buckets, keyed as AWS keys them: Organizations by the caller's account and operation and once
 * more for the whole organization; STS and SSM by account and Region for all operations together;
 * Account by account and operation; Well-Architected by account, Region and operation.
 */
public final class RateLimiter {

    private static final int BUCKETS_BEFORE_TIDYING = 50_000;

    private record Key(String limit, String account, String region) {}

    private final boolean enabled;
    private final Map<String, Limit> limits = new HashMap<>(PublishedLimits.BY_NAME);
    private final Map<Key, TokenBucket> buckets = new HashMap<>();

    public RateLimiter(RateLimitsFile file) {
        this.enabled = file.enabled() == null || file.enabled();
        if (file.limits() != null) {
            limits.putAll(file.limits());
        }
    }

    /** Whether a call may pass; takes a token from each bucket if it may. */
    public boolean admit(OperationModel operation, String account, String region, long nowMillis) {
        if (!enabled) {
            return true;
        }
        var name = operation.qualifiedName();
        var limit = limits.get(name);
        if (limit == null) {
            name = operation.service() + ".*";
            limit = limits.get(name);
        }
        return limit == null || admit(operation, name, limit, account, region, nowMillis);
    }

    private boolean admit(
            OperationModel operation, String name, Limit limit, String account, String region, long nowMillis) {
        var perAccount = limit.account() == null
                ? null
                : bucket(accountKey(operation, name, account, region), limit.account(), nowMillis);
        var perOrganization =
                limit.organization() == null ? null : bucket(new Key(name, "", ""), limit.organization(), nowMillis);
        boolean admitted = (perAccount == null || perAccount.hasToken(nowMillis))
                && (perOrganization == null || perOrganization.hasToken(nowMillis));
        if (admitted && perAccount != null) {
            perAccount.take();
        }
        if (admitted && perOrganization != null) {
            perOrganization.take();
        }
        return admitted;
    }

    private static Key accountKey(OperationModel operation, String name, String account, String region) {
        return switch (operation.service()) {
            case "wellarchitected" -> new Key(operation.qualifiedName(), account, region);
            case "organizations", "account" -> new Key(name, account, "");
            default -> new Key(name, account, region);
        };
    }

    private TokenBucket bucket(Key key, Bucket size, long nowMillis) {
        if (buckets.size() > BUCKETS_BEFORE_TIDYING) {
            buckets.values().removeIf(it -> it.isFull(nowMillis));
        }
        return buckets.computeIfAbsent(key, _ -> new TokenBucket(size, nowMillis));
    }
}
