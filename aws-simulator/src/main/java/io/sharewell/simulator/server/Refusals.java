package io.sharewell.simulator.server;

import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.model.Violation;
import io.sharewell.simulator.model.Violation.Kind;
import io.sharewell.simulator.protocol.AwsException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A request that breaks the model's constraints, refused in each service's words. */
final class Refusals {

    /** Services that say of a value they cannot read what they say of a body. */
    private static final Set<String> SERIALIZING = Set.of("organizations", "ssm", "account");

    private Refusals() {}

    static AwsException of(OperationModel operation, List<Violation> violations) {
        var unreadable =
                violations.stream().filter(it -> it.kind() == Kind.TYPE).findFirst();
        return unreadable.isPresent() && SERIALIZING.contains(operation.service())
                ? AwsException.undeclared(
                        "SerializationException", 400, unreadable.get().constraint())
                : constraints(operation, violations);
    }

    private static AwsException constraints(OperationModel operation, List<Violation> violations) {
        return switch (operation.service()) {
            case "organizations" -> organizations(violations.getFirst());
            case "sts" -> AwsException.undeclared("ValidationError", 400, sentences(violations));
            case "wellarchitected" ->
                AwsException.modelled("ValidationException", "[Validation] " + sentences(violations))
                        .with("Reason", "FIELD_VALIDATION_FAILED")
                        .with("Fields", fields(operation, violations, "Name", "Message"));
            case "account" ->
                AwsException.modelled("ValidationException", sentences(violations))
                        .with("reason", "fieldValidationFailed")
                        .with("fieldList", fields(operation, violations, "name", "message"));
            default -> AwsException.undeclared("ValidationException", 400, sentences(violations));
        };
    }

    private static String sentences(List<Violation> violations) {
        var counted = violations.size() == 1
                ? "1 validation error detected: "
                : violations.size() + " validation errors detected: ";
        return counted + violations.stream().map(Violation::sentence).collect(Collectors.joining("; "));
    }

    private static List<Map<String, String>> fields(
            OperationModel operation, List<Violation> violations, String name, String message) {
        return violations.stream()
                .map(it -> Map.of(name, memberName(operation, it.path()), message, it.sentence()))
                .toList();
    }

    /** As the model spells it, which the caller knows; the sentence has it with a small letter. */
    private static String memberName(OperationModel operation, String path) {
        return operation.input().members().keySet().stream()
                .filter(path::equalsIgnoreCase)
                .findFirst()
                .orElse(path);
    }

    private static AwsException organizations(Violation violation) {
        return switch (violation.kind()) {
            case REQUIRED -> organizations("INPUT_REQUIRED", "You must specify a value for " + violation.path() + ".");
            case TOO_SHORT ->
                organizations("MIN_LENGTH_EXCEEDED", "You provided a value that does not meet the minimum length.");
            case TOO_LONG ->
                organizations("MAX_LENGTH_EXCEEDED", "You provided a value that exceeds the maximum length.");
            case TOO_SMALL ->
                organizations("MIN_VALUE_EXCEEDED", "You provided a value that is less than the minimum.");
            case TOO_LARGE -> organizations("MAX_VALUE_EXCEEDED", "You provided a value that exceeds the maximum.");
            case PATTERN ->
                organizations("INVALID_PATTERN", "You provided a value that does not match the required pattern.");
            case ENUMERATION -> organizations("INVALID_ENUM", "You provided a value that is not valid.");
            case TYPE -> AwsException.undeclared("SerializationException", 400, violation.constraint());
        };
    }

    private static AwsException organizations(String reason, String message) {
        return AwsException.modelled("InvalidInputException", message).with("Reason", reason);
    }
}
