package io.sharewell.broker.aws;

import io.sharewell.aws.AllPages;
import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.CallSite;
import io.sharewell.broker.domain.RegionDirectory;
import io.sharewell.events.Region;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * AWS's public list of the Regions that have the Well-Architected Tool; where AWS does not give it, the packaged one.
 * Asked once a day.
 */
public final class SsmRegionDirectory implements RegionDirectory {

    /** The service is {@code wellarchitectedtool} here, not {@code wellarchitected} as everywhere else. */
    static final String PATH = "/aws/service/global-infrastructure/services/wellarchitectedtool/regions";

    static final Duration KEPT = Duration.ofHours(24);
    static final Duration PACKAGED_LIST_KEPT = Duration.ofMinutes(10);

    private static final int LARGEST_PAGE = 10;
    private static final Logger LOG = Logger.getLogger(SsmRegionDirectory.class);

    /** @param fromAws empty if AWS did not give them */
    private record Listing(List<Region> fromAws, Instant until) {}

    private final SsmClient ssm;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Listing listing = new Listing(List.of(), Instant.MIN);
    private boolean warned;

    public SsmRegionDirectory(SsmClient ssm, Clock clock) {
        this.ssm = ssm;
        this.clock = clock;
    }

    @Override
    public List<Region> wellArchitected(String partition) {
        List<Region> fromAws = current().fromAws();
        return fromAws.isEmpty() ? AwsRegions.wellArchitected(partition) : in(partition, fromAws);
    }

    @Override
    public boolean isWithoutTool(Region region) {
        List<Region> fromAws = in(partitionOf(region), current().fromAws());
        return !fromAws.isEmpty() && !fromAws.contains(region);
    }

    private List<Region> in(String partition, List<Region> regions) {
        return regions.stream()
                .filter(region -> partitionOf(region).equals(partition))
                .toList();
    }

    @Override
    public String partitionOf(Region region) {
        return AwsRegions.partitionOf(region);
    }

    private Listing current() {
        if (isFresh(listing)) {
            return listing;
        }
        loading.lock();
        try {
            if (!isFresh(listing)) {
                listing = load();
            }
            return listing;
        } finally {
            loading.unlock();
        }
    }

    private boolean isFresh(Listing listing) {
        return clock.instant().isBefore(listing.until());
    }

    private Listing load() {
        try {
            List<Region> regions = read(ssm);
            if (!regions.isEmpty()) {
                LOG.debugf("regions=%d from %s", regions.size(), PATH);
                return new Listing(regions, clock.instant().plus(KEPT));
            }
            warn("the path is empty");
        } catch (SdkException e) {
            warn(whatHappened(e));
        }
        return new Listing(List.of(), clock.instant().plus(PACKAGED_LIST_KEPT));
    }

    /**
     * The Regions of all partitions that have the tool, as AWS's public parameters say; empty if they say nothing.
     *
     * @throws SdkException if AWS does not answer, or refuses to
     */
    public static List<Region> read(SsmClient ssm) {
        List<Region> regions = new ArrayList<>();
        AllPages.read(token -> {
            var page = ssm.getParametersByPath(
                    request -> request.path(PATH).maxResults(LARGEST_PAGE).nextToken(token));
            page.parameters()
                    .forEach(parameter -> Region.ifNamed(parameter.value()).ifPresent(regions::add));
            return page.nextToken();
        });
        return List.copyOf(regions);
    }

    private static String whatHappened(SdkException failure) {
        return switch (AwsFailures.classify(failure, CallSite.of("ssm", "GetParametersByPath"))) {
            case AwsFailure.News it -> it.problem().detail();
            case AwsFailure.SetUpWrong it -> it.problem().detail();
            case AwsFailure.SessionOver it -> it.code();
            case AwsFailure.Trouble it -> it.message();
            case AwsFailure.Bug _ -> throw failure;
        };
    }

    private void warn(String why) {
        if (!warned) {
            LOG.warnf(
                    "AWS's list of Regions could not be read, the packaged one is used: allow ssm:GetParametersByPath on"
                            + " %s, or set credential-broker.regions. %s",
                    PATH, why);
            warned = true;
        }
    }
}
