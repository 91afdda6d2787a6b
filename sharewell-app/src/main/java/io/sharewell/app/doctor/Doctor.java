package io.sharewell.app.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sharewell.events.EventCodec;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Looks at what a sweep needs. Asks AWS read-only; needs no broker and starts no service. */
public final class Doctor {

    private static final JsonMapper JSON =
            EventCodec.mapper().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final AwsCredentialsProvider credentials;
    private final Clock clock;

    /**
     * @param credentials of the automation account; need not have any
     * @param clock this machine's, which is held against AWS's
     */
    public Doctor(AwsCredentialsProvider credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * Makes all checks; takes seconds.
     *
     * @throws WrongProxyException if the environment's proxy variables are not understood
     */
    public DoctorReport examine(DoctorSettings settings) {
        try (Clients clients = clients(settings)) {
            return new Examination(clients, settings, clock).examine();
        }
    }

    private Clients clients(DoctorSettings settings) {
        try {
            return new Clients(settings.endpointUrl(), credentials);
        } catch (IllegalArgumentException e) {
            throw new WrongProxyException(e.getMessage());
        }
    }

    /** As {@code --json} and {@code --report} write it. */
    public static String json(DoctorReport report) {
        try {
            return JSON.writeValueAsString(DoctorJson.of(report));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
