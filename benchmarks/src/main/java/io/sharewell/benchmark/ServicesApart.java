package io.sharewell.benchmark;

import java.util.List;

/**
 * Sweeps by services in processes of their own.
 *
 * @param services what each has taken when the last sweep was over
 */
record ServicesApart(int scanners, List<SweepResult> sweeps, List<One> services) {

    /**
     * One process.
     *
     * @param secondsToStart until it was ready, started while no other was
     * @param recordsDone by its stages, in all sweeps
     */
    record One(String name, double secondsToStart, long recordsDone, double cpuSeconds, long peakMegabytes) {

        static One of(Service service) {
            Spent spent = service.spent();
            return new One(
                    service.name(),
                    service.startedWithin().toMillis() / 1000.0,
                    service.recordsDone(),
                    spent.cpuSeconds(),
                    spent.peakMegabytes());
        }
    }

    /** How many units each scanner has done, in all sweeps. */
    List<Long> unitsPerScanner() {
        return services.stream()
                .filter(service -> service.name().equals(Services.SCANNER))
                .map(One::recordsDone)
                .toList();
    }
}
