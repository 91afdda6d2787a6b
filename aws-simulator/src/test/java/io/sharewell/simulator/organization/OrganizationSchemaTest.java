package io.sharewell.simulator.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.Sim;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema says what the records are. */
class OrganizationSchemaTest {

    private final JsonNode schema;
    private final Schema validator;
    private final Set<Type> compared = new HashSet<>();
    private final List<String> differences = new ArrayList<>();

    OrganizationSchemaTest() throws IOException {
        schema = new ObjectMapper().readTree(OrganizationSchema.text());
        validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    @Test
    void hasEveryMemberOfEveryRecordAndNoOther() {
        compare(OrganizationFile.class, schema, "");

        assertThat(differences).isEmpty();
        assertThat(compared)
                .contains(
                        AccountFile.class,
                        WorkloadFile.class,
                        ShareFile.class,
                        RoleFile.class,
                        UserFile.class,
                        UnitFile.class,
                        Behaviours.class,
                        EventualConsistency.class,
                        RateLimitsFile.Bucket.class,
                        Latency.class);
    }

    private void compare(Type type, JsonNode node, String where) {
        var there = node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
        if (type instanceof ParameterizedType generic) {
            boolean list = generic.getRawType() == List.class;
            var inner = generic.getActualTypeArguments()[list ? 0 : 1];
            compare(inner, there.path(list ? "items" : "additionalProperties"), where + (list ? "[]" : "{}"));
        } else if (type == RegionWorkloads.class) {
            compare(WorkloadFile.class, alternative(there, "array").path("items"), where);
        } else if (type instanceof Class<?> raw && raw.isEnum()) {
            compareNames(names(raw), texts(there.path("enum")), where);
        } else if (type instanceof Class<?> raw && raw.isRecord()) {
            compareRecord(raw, there.has("oneOf") ? alternative(there, "object") : there, where);
        }
    }

    private void compareRecord(Class<?> type, JsonNode node, String where) {
        if (!compared.add(type)) {
            return;
        }
        var members = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        compareNames(members, names(node.path("properties")), where);
        if (node.path("additionalProperties").asBoolean(true)) {
            differences.add(where + " lets unknown members pass");
        }
        for (var member : type.getRecordComponents()) {
            compare(
                    member.getGenericType(),
                    node.path("properties").path(member.getName()),
                    where + "/" + member.getName());
        }
    }

    private static JsonNode alternative(JsonNode node, String type) {
        return Stream.iterate(0, i -> i + 1)
                .limit(node.path("oneOf").size())
                .map(node.path("oneOf")::get)
                .filter(it -> it.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void compareNames(List<String> java, List<String> json, String where) {
        if (!Set.copyOf(java).equals(Set.copyOf(json))) {
            differences.add(where + ": the records have " + java + ", the schema " + json);
        }
    }

    private static List<String> names(Class<?> enumeration) {
        return Stream.of(enumeration.getEnumConstants())
                .map(it -> {
                    try {
                        var written =
                                enumeration.getField(((Enum<?>) it).name()).getAnnotation(JsonProperty.class);
                        return written == null ? ((Enum<?>) it).name() : written.value();
                    } catch (NoSuchFieldException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    @Test
    void takesTheReadmesExample() throws IOException {
        var example =
                Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();

        assertThat(problems(example.group(1))).isEmpty();
    }

    @Test
    void takesWhatTheSimulatorWrites() throws IOException {
        assertThat(problems(GeneratedOrganization.demo(60, 1).toJson())).isEmpty();
        assertThat(problems(GeneratedOrganization.demo(60, 1).toYaml())).isEmpty();
        assertThat(problems(GeneratedOrganization.of(20, 3, 1).toJson())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acounts: []",
                "accounts: [{name: nameless}]",
                "accounts: [{id: \"12\"}]",
                "accounts: [{id: \"444444444444\", state: RETIRED}]",
                "accounts: [{id: \"444444444444\", workloads: {eu-west-1: many}}]",
                "accounts: [{id: \"444444444444\", workloads: {eu-west-1: [{shares: [{status: PENDING}]}]}}]",
                "accounts: [{id: \"444444444444\", roles: [{nmae: x}]}]",
                "behaviours: {selfShare: perhaps}",
                "behaviours: {eventualConsistency: {newRoles: soon}}",
                "latency: soon",
                "latency: {p99: 5ms}",
                "latencies: {s3.GetObject: 5ms}",
                "rateLimits: {limits: {sts.*: {account: {rate: 0, burst: 5}}}}",
                "serviceControlPolicies: {Empty: {Version: \"2012-10-17\"}}",
            })
    void refusesWhatIsWrong(String yaml) throws IOException {
        assertThat(problems(yaml)).isNotEmpty();
    }

    @Test
    void isServed() {
        try (var sim = Sim.start(GeneratedOrganization.of(3, 0, 1))) {
            assertThat(sim.admin("/admin/organization/schema")).isEqualTo(schema);
        }
    }

    private List<String> problems(String yaml) throws IOException {
        return validator.validate(new YAMLMapper().readTree(yaml)).stream()
                .map(Object::toString)
                .toList();
    }
}
