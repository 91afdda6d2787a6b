package io.sharewell.discovery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.aws.DefaultRegions;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.discovery.domain.SelectionRules;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.discovery.domain.TagRule;
import io.sharewell.events.AccountDiscovered;
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

/** The body of {@code POST /sweeps}: {@code {"purpose","mode","accounts","excludeAccounts","ous","excludeOus","tags","regions","excludeRegions","workloadNamePrefix","managementAccount"}}, all optional; {@code UNSHARE} must name its mode. */
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

    /** @param partition in which its Regions must be, such as {@code aws} */
    static RequestBody parse(String body, ObjectMapper json, String partition) {
        try {
            JsonNode node = json.readTree(body == null || body.isBlank() ? "{}" : body);
            return node.isObject()
                    ? new Reader(node, partition).read()
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
        private final List<String> faults = new ArrayList<>();

        Reader(JsonNode body, String partition) {
            this.body = body;
            this.partition = partition;
        }

        RequestBody read() {
            Set<String> unknown = new TreeSet<>();
            body.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(FIELDS);
            unknown.forEach(field -> faults.add("'" + field + "' is unknown: use " + new TreeSet<>(FIELDS)));
            Purpose purpose = one("purpose", Purpose.SHARE, text -> oneOf(Purpose.values(), text));
            Mode mode = one("mode", Mode.APPLY, text -> oneOf(Mode.values(), text));
            Selection selection = new Selection(
                    many("accounts", AccountId::of),
                    many("excludeAccounts", AccountId::of),
                    many("ous", OuTree::requireId),
                    many("excludeOus", OuTree::requireId),
                    many("tags", text -> {
                        TagRule.parse(text);
                        return text;
                    }),
                    many("regions", this::region),
                    many("excludeRegions", this::region),
                    null,
                    one("workloadNamePrefix", null, SelectionRules::requirePrefix),
                    Boolean.TRUE.equals(one("managementAccount", false, Reader::trueOrFalse)));
            requireRegionLeft(selection);
            if (purpose == Purpose.UNSHARE && !body.hasNonNull("mode")) {
                faults.add("mode: UNSHARE takes shares back: say PLAN to see what it would do, or APPLY");
            }
            if (purpose == Purpose.ACCEPT && selection.accounts().isEmpty()) {
                faults.add("accounts: ACCEPT needs the reviews account");
            }
            return faults.isEmpty()
                    ? new Good(new SweepRequest(purpose, mode, selection, AccountDiscovered.Cause.REQUEST))
                    : new Wrong(faults);
        }

        private void requireRegionLeft(Selection selection) {
            try {
                SelectionRules.requireRegionLeft(selection.regions(), selection.excludeRegions());
            } catch (IllegalArgumentException e) {
                faults.add("excludeRegions: " + e.getMessage());
            }
        }

        private Region region(String name) {
            return DefaultRegions.named(name, partition);
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

        private <T> T one(String field, T otherwise, Function<String, T> parser) {
            return body.hasNonNull(field) ? parse(field, body.get(field), parser) : otherwise;
        }

        private <T> List<T> many(String field, Function<String, T> parser) {
            List<T> values = new ArrayList<>();
            if (body.hasNonNull(field) && !body.get(field).isArray()) {
                faults.add(field + " must be a list");
                return values;
            }
            body.path(field).forEach(value -> {
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
