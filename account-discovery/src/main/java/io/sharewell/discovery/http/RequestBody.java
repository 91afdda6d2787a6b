package io.sharewell.discovery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.aws.AwsRegions;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.discovery.domain.SelectionRules;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.discovery.domain.TagRule;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The body of {@code POST /sweeps}: {@code
 * {"purpose","mode","accounts","excludeAccounts","ous","excludeOus","tags","regions","excludeRegions","workloadNamePrefix","managementAccount"}},
 * all optional; {@code UNSHARE} must name its mode. Of what a {@code SHARE} is about, each part that is left out is as in
 * scheduled sweeps; {@code accounts} and {@code ous} are one part, {@code excludeAccounts} and {@code excludeOus} another.
 */
sealed interface RequestBody {

    record Good(SweepRequest request) implements RequestBody {}

    record Wrong(List<String> faults) implements RequestBody {}

    Set<String> FIELDS = Set.of(
            "purpose",
            "mode",
            "accounts",
            "excludeAccounts",
            "ous",
            "excludeOus",
            "tags",
            "regions",
            "excludeRegions",
            "workloadNamePrefix",
            "managementAccount");

    /**
     * @param partition in which its Regions must be, such as {@code aws}
     * @param scheduled what scheduled sweeps that share are about
     */
    static RequestBody parse(String body, ObjectMapper json, String partition, Selection scheduled) {
        try {
            JsonNode node = json.readTree(body == null || body.isBlank() ? "{}" : body);
            return node.isObject()
                    ? new Reader(node, partition, scheduled).read()
                    : new Wrong(List.of("the body must be a JSON object"));
        } catch (JsonProcessingException e) {
            return new Wrong(
                    List.of("the body is not JSON: line " + e.getLocation().getLineNr()));
        }
    }

    /** Reads field by field and collects the faults. */
    final class Reader {

        private final JsonNode body;
        private final String partition;
        private final Selection scheduled;
        private final List<String> faults = new ArrayList<>();

        Reader(JsonNode body, String partition, Selection scheduled) {
            this.body = body;
            this.partition = partition;
            this.scheduled = scheduled;
        }

        RequestBody read() {
            Set<String> unknown = new TreeSet<>();
            body.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(FIELDS);
            unknown.forEach(field -> faults.add("'" + field + "' is unknown: use " + new TreeSet<>(FIELDS)));
            Purpose purpose = one("purpose", Purpose.SHARE, text -> oneOf(Purpose.values(), text));
            Mode mode = one("mode", Mode.APPLY, text -> oneOf(Mode.values(), text));
            // Who is excluded from sharing may have shares to take back, or be the reviews account
            Selection otherwise = purpose == Purpose.SHARE ? scheduled : Selection.everything();
            boolean includes = has("accounts") || has("ous");
            boolean excludes = has("excludeAccounts") || has("excludeOus");
            Selection selection = new Selection(
                    some("accounts", AccountId::of, includes ? List.of() : otherwise.accounts()),
                    many("excludeAccounts", AccountId::of, excludes ? List.of() : otherwise.excludeAccounts()),
                    some("ous", OuTree::requireId, includes ? List.of() : otherwise.ous()),
                    many("excludeOus", OuTree::requireId, excludes ? List.of() : otherwise.excludeOus()),
                    some(
                            "tags",
                            text -> {
                                TagRule.parse(text);
                                return text;
                            },
                            otherwise.tags()),
                    some("regions", this::region, otherwise.regions()),
                    many("excludeRegions", this::region, otherwise.excludeRegions()),
                    null,
                    one("workloadNamePrefix", otherwise.workloadNamePrefix(), SelectionRules::requirePrefix),
                    Boolean.TRUE.equals(one("managementAccount", otherwise.managementAccount(), Reader::trueOrFalse)));
            requireRegionLeft(selection);
            if (purpose == Purpose.UNSHARE && !has("mode")) {
                faults.add("mode: UNSHARE takes shares back: say PLAN to see what it would do, or APPLY");
            }
            if (purpose == Purpose.ACCEPT && !has("accounts")) {
                faults.add("accounts: ACCEPT needs the reviews account");
            }
            return faults.isEmpty()
                    ? new Good(new SweepRequest(purpose, mode, selection, cause(purpose, selection)))
                    : new Wrong(faults);
        }

        /** The cause alone tells the readers of the feed that a sweep leaves out no more than scheduled ones do. */
        private Cause cause(Purpose purpose, Selection selection) {
            return purpose == Purpose.SHARE && !selection.leavesNothingOut() && selection.equals(scheduled)
                    ? Cause.SCHEDULE
                    : Cause.REQUEST;
        }

        private void requireRegionLeft(Selection selection) {
            try {
                SelectionRules.requireRegionLeft(selection.regions(), selection.excludeRegions());
            } catch (IllegalArgumentException e) {
                faults.add(
                        has("excludeRegions")
                                ? "excludeRegions: " + e.getMessage()
                                : "regions: " + e.getMessage() + ", or lift account-discovery.selection.exclude-regions"
                                        + " for this sweep by an empty list excludeRegions");
            }
        }

        private Region region(String name) {
            return AwsRegions.named(name, partition);
        }

        private static boolean trueOrFalse(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
            };
        }

        private static <E extends Enum<E>> E oneOf(E[] values, String text) {
            return Arrays.stream(values)
                    .filter(value -> value.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + text + "' is unknown: give one of " + Arrays.toString(values)));
        }

        private boolean has(String field) {
            return body.hasNonNull(field);
        }

        private <T> T one(String field, T otherwise, Function<String, T> parser) {
            return has(field) ? parse(field, body.get(field), parser) : otherwise;
        }

        /** As {@link #many}, of those whose empty list would mean all: whoever names none by mistake must not get all. */
        private <T> List<T> some(String field, Function<String, T> parser, List<T> otherwise) {
            if (body.path(field).isArray() && body.path(field).isEmpty()) {
                faults.add(field + " is an empty list: name some, or leave the field out");
            }
            return many(field, parser, otherwise);
        }

        private <T> List<T> many(String field, Function<String, T> parser, List<T> otherwise) {
            if (!has(field)) {
                return otherwise;
            }
            List<T> values = new ArrayList<>();
            if (!body.get(field).isArray()) {
                faults.add(field + " must be a list");
                return values;
            }
            body.get(field).forEach(value -> {
                T parsed = parse(field, value, parser);
                if (parsed != null) {
                    values.add(parsed);
                }
            });
            return values;
        }

        private <T> T parse(String field, JsonNode value, Function<String, T> parser) {
            try {
                return parser.apply(value.asText());
            } catch (IllegalArgumentException e) {
                faults.add(field + ": " + e.getMessage());
                return null;
            }
        }
    }
}
