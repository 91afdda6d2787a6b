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
    private static final String ALL = ".*";

    private record Key(String limit, String account, String region) {}

    private final boolean enabled;
    private final Map<String, Limit> limits = new HashMap<>(PublishedLimits.BY_NAME);
    private final Map<Key, TokenBucket> buckets = new HashMap<>();

    /**
     * Full buckets.
     *
     * @throws io.sharewell.simulator.organization.OrganizationFileException if a limit is of no operation that there is
     */
    public RateLimiter(RateLimitsFile file) {
        this.enabled = file.enabled() == null || file.enabled();
        if (file.limits() != null) {
            file.limits().keySet().forEach(this::replacePublished);
            limits.putAll(file.limits());
        }
    }

    /** A limit of all of a service's operations stands in place of everything published for that service. */
    private void replacePublished(String name) {
        OperationNames.check("rateLimits.limits", name);
        if (name.endsWith(ALL)) {
            var service = name.substring(0, name.length() - ALL.length());
            limits.keySet().removeIf(it -> it.startsWith(service + "."));
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
            name = operation.service() + ALL;
            limit = limits.get(name);
        }
        return limit == null || admit(key(operation, name, account, region), limit, nowMillis);
    }

    private boolean admit(Key key, Limit limit, long nowMillis) {
        var perAccount = limit.account() == null ? null : bucket(key, limit.account(), nowMillis);
        var perOrganization = limit.organization() == null
                ? null
                : bucket(new Key(key.limit(), "", ""), limit.organization(), nowMillis);
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

    private static Key key(OperationModel operation, String name, String account, String region) {
        return switch (operation.service()) {
            case "wellarchitected" -> new Key(operation.qualifiedName(), account, region);
            case "organizations", "account" -> new Key(operation.qualifiedName(), account, "");
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
