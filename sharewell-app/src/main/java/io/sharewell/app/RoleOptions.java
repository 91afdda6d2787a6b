package io.sharewell.app;

import io.sharewell.broker.aws.RoleForm;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The role that is assumed in each account. */
final class RoleOptions {

    @Option(
            names = "--role-name",
            defaultValue = RoleForm.USUAL_NAME,
            paramLabel = "NAME",
            description = "The role in each account; default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(
            names = "--role-path",
            defaultValue = "/",
            paramLabel = "PATH",
            description = "The role's path; default: ${DEFAULT-VALUE}.")
    private String path;

    @Option(
            names = "--external-id",
            paramLabel = "X",
            description = "The external id that the role asks for, if it does.")
    private String externalId;

    /**
     * @param path begins and ends with a slash
     * @param externalId empty if the role asks for none
     */
    record Role(String name, String path, Optional<String> externalId) {}

    /** @throws ParameterException of this command if a value cannot be */
    Role of(CommandSpec command) {
        OptionForm.require(command, "--role-name", name, RoleForm.NAME, "a role's name without its path");
        OptionForm.require(command, "--role-path", path, RoleForm.PATH, "/ or /some/path/");
        OptionForm.require(
                command, "--external-id", externalId, RoleForm.EXTERNAL_ID, "2 to 1224 letters, digits or _+=,.@:/-");
        return new Role(name, path, Optional.ofNullable(externalId));
    }
}
