package io.sharewell.simulator.cloud;

import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.UserFile;
import java.util.List;
import java.util.Map;

/** The users of an organization file, or the examples if it names none. */
final class UserReader {

    private final OrganizationFile file;
    private final RoleReader roles;
    private final Map<String, Account> accounts;

    UserReader(OrganizationFile file, RoleReader roles, Map<String, Account> accounts) {
        this.file = file;
        this.roles = roles;
        this.accounts = accounts;
    }

    Credentials credentials() {
        var credentials = new Credentials();
        for (var user : file.users() == null ? ExampleUsers.of(file) : file.users()) {
            credentials.add(user(user));
        }
        return credentials;
    }

    private Identity.User user(UserFile user) {
        var account = accounts.get(user.accountId());
        if (account == null) {
            throw new OrganizationFileException(
                    "The user " + user.name() + " is of account " + user.accountId() + ", which is not among accounts");
        }
        var actions = user.actions() == null && user.policies() == null ? List.of("*") : user.actions();
        return new Identity.User(
                account,
                user.name(),
                "AIDA" + Ids.upper(file.seed(), "user " + user.accountId() + user.name(), 17),
                user.accessKeyId(),
                user.secretAccessKey(),
                roles.permissions(actions, user.policies(), "user " + user.name()));
    }
}
