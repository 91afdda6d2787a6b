package io.sharewell.simulator.signature;

import java.util.ArrayDeque;

/** Paths as both sides sign them: without empty and dot segments (RFC 3986), which every service but S3 leaves out. */
final class Paths {

    private Paths() {}

    static String normalized(String path) {
        if (!path.contains("//") && !path.contains("/.")) {
            return path;
        }
        var kept = new ArrayDeque<String>();
        for (var segment : path.split("/")) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> kept.pollLast();
                default -> kept.addLast(segment);
            }
        }
        var joined = "/" + String.join("/", kept);
        return path.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
    }
}
