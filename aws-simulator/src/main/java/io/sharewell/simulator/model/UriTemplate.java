package io.sharewell.simulator.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request path such as {@code /workloads/{WorkloadId}/shares}. */
public record UriTemplate(List<String> segments) {

    static UriTemplate parse(String template) {
        var path = template.contains("?") ? template.substring(0, template.indexOf('?')) : template;
        return new UriTemplate(List.of(path.split("/", -1)));
    }

    /**
     * The labels' values, decoded, or null if the path is another one.
     *
     * @param parts the path as it came, cut at its slashes
     */
    public Map<String, String> match(String[] parts) {
        if (parts.length != segments.size()) {
            return null;
        }
        for (int i = 0; i < parts.length; i++) {
            // AWS's clients refuse to send an empty label, so an empty segment is another path.
            if (isLabel(segments.get(i)) ? parts[i].isEmpty() : !segments.get(i).equals(parts[i])) {
                return null;
            }
        }
        return labels(parts);
    }

    private Map<String, String> labels(String[] parts) {
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts.length; i++) {
            var segment = segments.get(i);
            if (isLabel(segment)) {
                labels.put(segment.substring(1, segment.length() - 1), decode(parts[i]));
            }
        }
        return labels;
    }

    private static boolean isLabel(String segment) {
        return segment.startsWith("{");
    }

    private static String decode(String segment) {
        // A plus sign in a path is a plus sign, unlike in a query string.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
