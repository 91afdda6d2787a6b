package io.sharewell.simulator.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of organization files, for editors and other programs. */
public final class OrganizationSchema {

    private static final String RESOURCE = "/organization.schema.json";

    private OrganizationSchema() {}

    public static String text() {
        try (var in = OrganizationSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged schema cannot be read", e);
        }
    }
}
