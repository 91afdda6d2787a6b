package io.sharewell.simulator.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;

/** The file's two spellings. JSON is YAML too, but reads many times faster as JSON. */
final class OrganizationFiles {

    private static final int LARGEST_FILE = 256 * 1024 * 1024;
    private static final ObjectMapper JSON = configured(new JsonMapper());
    private static final ObjectMapper YAML = configured(new ObjectMapper(YAMLFactory.builder()
            .loaderOptions(limits())
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build()));

    private OrganizationFiles() {}

    private static LoaderOptions limits() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        return options;
    }

    private static ObjectMapper configured(ObjectMapper mapper) {
        return mapper.registerModule(TimeTexts.module())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    static OrganizationFile parse(String text) {
        var mapper = text.stripLeading().startsWith("{") ? JSON : YAML;
        try {
            var file = mapper.readValue(text, OrganizationFile.class);
            if (file == null) {
                throw new OrganizationFileException("The organization file is empty: it needs at least accounts.");
            }
            return file;
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new OrganizationFileException("The organization file is not understood"
                    + (where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr())
                    + ": " + why(e));
        }
    }

    private static String why(JsonProcessingException e) {
        return e instanceof UnrecognizedPropertyException unknown
                ? "'" + unknown.getPropertyName() + "' is not known; known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "))
                : e.getOriginalMessage();
    }

    static String json(OrganizationFile file) {
        return written(file, JSON);
    }

    static String yaml(OrganizationFile file) {
        return written(file, YAML);
    }

    private static String written(OrganizationFile file, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
