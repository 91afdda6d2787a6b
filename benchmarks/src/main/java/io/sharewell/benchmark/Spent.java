package io.sharewell.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has spent since it began, as Linux tells it.
 *
 * @param cpuSeconds of all its threads, in user and kernel mode, compilers and collectors included
 * @param peakMegabytes the largest resident memory so far
 * @param residentMegabytes resident memory now
 */
record Spent(double cpuSeconds, long peakMegabytes, long residentMegabytes) {

    static final Spent NOTHING = new Spent(0, 0, 0);

    // USER_HZ, which is 100 on every Linux that is in use: proc(5)
    private static final double TICKS_PER_SECOND = 100;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    static Spent by(long pid) {
        String stat = read(pid, "stat");
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = Long.parseLong(afterName[UTIME]) + Long.parseLong(afterName[STIME]);
        String status = read(pid, "status");
        return new Spent(ticks / TICKS_PER_SECOND, megabytes(status, "VmHWM:"), megabytes(status, "VmRSS:"));
    }

    Spent plus(Spent other) {
        return new Spent(
                cpuSeconds + other.cpuSeconds,
                peakMegabytes + other.peakMegabytes,
                residentMegabytes + other.residentMegabytes);
    }

    private static long megabytes(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark reads /proc, so it runs on Linux only", e);
        }
    }
}
