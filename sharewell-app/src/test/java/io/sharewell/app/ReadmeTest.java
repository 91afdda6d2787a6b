package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.broker.BrokerSettings;
import io.sharewell.discovery.DiscoverySettings;
import io.sharewell.messaging.MessagingSettings;
import io.sharewell.scanner.ScannerSettings;
import io.sharewell.writer.WriterSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The README stays true: its commands parse, and its settings are those of the code. */
class ReadmeTest {

    private static final Path README = Path.of(System.getProperty("sharewell.project", ".."), "README.md");
    private static final List<Class<?>> SETTINGS = List.of(
            DiscoverySettings.class,
            BrokerSettings.class,
            ScannerSettings.class,
            WriterSettings.class,
            AwsAccessSettings.class,
            MessagingSettings.class);
    private static final Pattern FENCE = Pattern.compile(
            "<!-- (run by the build|parsed by the build|by hand) -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> everyCommandOfTheScriptIsOneThatTheCommandLineTakes() throws IOException {
        return fences().flatMap(fence -> fence.group(2).lines())
                .map(String::strip)
                .filter(line -> line.startsWith("./sharewell "))
                .filter(line -> !line.equals("./sharewell test") && !line.equals("./sharewell build"))
                // A program of its own, whose tests read these lines
                .filter(line -> !line.startsWith("./sharewell chaos"))
                .map(line -> DynamicTest.dynamicTest(line, () -> Sharewell.commandLine()
                        .parseArgs(line.substring("./sharewell ".length()).split("\\s+"))));
    }

    @Test
    void everyFenceSaysWhetherTheBuildRunsIt() throws IOException {
        long shells = Pattern.compile("```sh\\n")
                .matcher(Files.readString(README))
                .results()
                .count();
        assertThat(fences().count()).isEqualTo(shells).isPositive();
    }

    @Test
    void everySettingAndItsDefaultStandInTheReadmeAndNoOther() throws IOException {
        Map<String, String> inCode = new LinkedHashMap<>();
        for (Class<?> settings : SETTINGS) {
            collect(settings, settings.getAnnotation(ConfigMapping.class).prefix(), inCode);
        }
        Map<String, String> inReadme = new LinkedHashMap<>();
        Pattern.compile("(?m)^\\| `([a-z-]+\\.[^`]+)` \\| (?:`([^`]*)`|–) \\|")
                .matcher(Files.readString(README))
                .results()
                .forEach(row -> inReadme.put(row.group(1), row.group(2)));
        assertThat(inReadme).containsExactlyInAnyOrderEntriesOf(inCode);
    }

    private static Stream<MatchResult> fences() throws IOException {
        return FENCE.matcher(Files.readString(README)).results();
    }

    private static void collect(Class<?> settings, String prefix, Map<String, String> names) {
        for (Method method : settings.getMethods()) {
            String name =
                    prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
            Class<?> type = method.getReturnType();
            if (type == List.class && elementOf(method).isInterface()) {
                collect(elementOf(method), name + "[0]", names);
            } else if (type.isInterface()
                    && Arrays.asList(settings.getDeclaredClasses()).contains(type)) {
                collect(type, name, names);
            } else {
                WithDefault value = method.getAnnotation(WithDefault.class);
                names.put(type == Map.class ? name + ".*" : name, value == null ? null : value.value());
            }
        }
    }

    private static Class<?> elementOf(Method method) {
        return ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0] instanceof Class<?> type
                ? type
                : Object.class;
    }
}
