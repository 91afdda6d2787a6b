package io.sharewell.simulator.organization.generated;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.RegionWorkloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Spreads a number of workloads over accounts and Regions, unevenly, as people do. */
final class WorkloadSpread {

    /** The Tool's Regions that every account has. */
    private static final List<String> REGIONS = List.of(
            "eu-west-1",
            "us-east-1",
            "eu-central-1",
            "us-west-2",
            "ap-southeast-2",
            "ap-northeast-1",
            "us-east-2",
            "eu-west-2",
            "ap-south-1",
            "eu-north-1",
            "ca-central-1",
            "sa-east-1",
            "ap-southeast-1",
            "eu-west-3",
            "us-west-1",
            "ap-northeast-2");

    private static final int MOST_PER_REGION = 1000;

    private final RandomGenerator random;

    WorkloadSpread(RandomGenerator random) {
        this.random = random;
    }

    List<AccountFile> spread(List<AccountFile> accounts, int total) {
        if (total > (long) accounts.size() * REGIONS.size() * MOST_PER_REGION) {
            throw new IllegalArgumentException("There cannot be " + total + " workloads in " + accounts.size()
                    + " accounts: Well-Architected takes " + MOST_PER_REGION + " per account and Region");
        }
        var shares = shares(accounts.size(), total);
        var spread = new ArrayList<AccountFile>();
        for (int i = 0; i < accounts.size(); i++) {
            spread.add(accounts.get(i).withWorkloads(regions(shares[i])));
        }
        return spread;
    }

    /** How many each account gets: few have many, many have few, some have none; the sum is exact. */
    private int[] shares(int accounts, int total) {
        var weights = new double[accounts];
        double sum = 0;
        for (int i = 0; i < accounts; i++) {
            double drawn = random.nextDouble();
            weights[i] = drawn < 0.1 ? 0 : Math.pow(drawn, 3) + 0.15;
            sum += weights[i];
        }
        var shares = new int[accounts];
        double due = 0;
        int given = 0;
        for (int i = 0; i < accounts; i++) {
            due += sum == 0 ? (double) total / accounts : weights[i] * total / sum;
            shares[i] = (int) Math.round(due) - given;
            given += shares[i];
        }
        if (accounts > 0) {
            shares[accounts - 1] += total - given;
        }
        return shares;
    }

    /** An account is at home in two or three Regions, and has a little elsewhere. */
    private Map<String, RegionWorkloads> regions(int workloads) {
        var counts = new TreeMap<String, Integer>();
        int homes = 1 + random.nextInt(3);
        int first = random.nextInt(REGIONS.size());
        for (int i = 0; i < workloads; i++) {
            int away = random.nextInt(10) < 8 ? i % homes : random.nextInt(REGIONS.size());
            int place = (first + away) % REGIONS.size();
            while (counts.getOrDefault(REGIONS.get(place), 0) >= MOST_PER_REGION) {
                place = (place + 1) % REGIONS.size();
            }
            counts.merge(REGIONS.get(place), 1, Integer::sum);
        }
        var regions = new TreeMap<String, RegionWorkloads>();
        counts.forEach((region, count) -> regions.put(region, RegionWorkloads.generated(count)));
        return regions.isEmpty() ? null : regions;
    }
}
