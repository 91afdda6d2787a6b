package io.sharewell.simulator.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services this simulator answers for, by signing name. */
public final class ServiceModels {

    private static final List<String> FILES = List.of("organizations", "sts", "ssm", "account", "wellarchitected");

    /** Models never change, so one copy serves every simulator in a JVM. */
    private static final ServiceModels PACKAGED = read();

    private final Map<String, ServiceModel> byName;

    private ServiceModels(Map<String, ServiceModel> byName) {
        this.byName = byName;
    }

    /** The packaged models. */
    public static ServiceModels load() {
        return PACKAGED;
    }

    private static ServiceModels read() {
        var json = new ObjectMapper();
        var models = new LinkedHashMap<String, ServiceModel>();
        for (var file : FILES) {
            try (var in = ServiceModels.class.getResourceAsStream(file + ".json")) {
                var model = new ModelReader(json.readTree(in)).read();
                models.put(model.name(), model);
            } catch (IOException e) {
                throw new UncheckedIOException("The packaged model of " + file + " cannot be read", e);
            }
        }
        return new ServiceModels(models);
    }

    /** Null if the name is of no service that is simulated. */
    public ServiceModel service(String signingName) {
        return byName.get(signingName);
    }

    public Iterable<ServiceModel> all() {
        return byName.values();
    }
}
