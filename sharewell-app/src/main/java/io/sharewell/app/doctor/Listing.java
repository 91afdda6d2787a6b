package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The organization's accounts, as far as they were listed.
 *
 * @param whole whether there are no more
 */
record Listing(List<Member> members, boolean whole) {

    Listing {
        members = List.copyOf(members);
    }

    Optional<Member> member(AccountId id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    List<Member> active() {
        return members.stream().filter(member -> member.account().isActive()).toList();
    }

    /** Such as {@code 55 active, 2 SUSPENDED}. */
    String byState() {
        Map<String, Integer> states = new LinkedHashMap<>();
        members.forEach(member -> states.merge(member.state(), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        states.forEach((state, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(state));
        return text.toString();
    }
}
