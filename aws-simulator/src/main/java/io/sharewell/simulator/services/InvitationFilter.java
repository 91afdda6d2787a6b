package io.sharewell.simulator.services;

import io.sharewell.simulator.organization.InvitationType;
import io.sharewell.simulator.wellarchitected.Invitation;
import io.sharewell.simulator.wellarchitected.ResourceInvitation;
import io.sharewell.simulator.wellarchitected.Share;
import java.util.List;
import java.util.Locale;

/**
 * Which invitations a ListShareInvitations asks for.
 *
 * @param type null: every type
 * @param prefixOf the type whose names must begin with the prefix; null: there is no prefix
 */
record InvitationFilter(String type, String prefixOf, String prefix) {

    static final String WORKLOAD = "WORKLOAD";
    private static final List<String> TYPES = List.of(
            WORKLOAD, InvitationType.LENS.name(), InvitationType.PROFILE.name(), InvitationType.TEMPLATE.name());

    static InvitationFilter of(Call call) {
        var given = TYPES.stream().filter(it -> call.text(member(it)) != null).toList();
        if (given.size() > 1) {
            var second = member(given.get(1));
            throw WellArchitectedErrors.invalid(
                    second, second + " cannot be used together with " + member(given.getFirst()));
        }
        var prefixOf = given.isEmpty() ? null : given.getFirst();
        return new InvitationFilter(
                call.text("ShareResourceType"), prefixOf, prefixOf == null ? null : call.text(member(prefixOf)));
    }

    /** Such as {@code LensNamePrefix}. */
    private static String member(String type) {
        return type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT) + "NamePrefix";
    }

    boolean wants(Invitation invitation) {
        var its = typeOf(invitation);
        return (type == null || type.equals(its))
                && (prefixOf == null
                        || prefixOf.equals(its) && invitation.name().startsWith(prefix));
    }

    static String typeOf(Invitation invitation) {
        return switch (invitation) {
            case Share _ -> WORKLOAD;
            case ResourceInvitation other -> other.type().name();
        };
    }

    @Override
    public String toString() {
        return type + "|" + prefixOf + "|" + prefix;
    }
}
