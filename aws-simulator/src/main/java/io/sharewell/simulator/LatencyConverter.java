package io.sharewell.simulator;

import io.sharewell.simulator.organization.Latency;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a latency from the command line. */
final class LatencyConverter implements ITypeConverter<Latency> {

    @Override
    public Latency convert(String value) {
        try {
            return Latency.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
