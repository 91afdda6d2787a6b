package io.sharewell.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.events.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final AccountId AUTOMATION = id(3);

    private static AccountId id(int number) {
        return AccountId.of("%012d".formatted(number));
    }

    private static Member member(int number, String state) {
        return new Member(new ListedAccount(id(number), "m" + number, state, id(0)), Instant.ofEpochSecond(number));
    }

    private static List<Integer> sampleOf(List<Member> members) {
        return Sample.of(new Listing(members, true), Set.of(AUTOMATION)).stream()
                .map(member -> Integer.valueOf(member.id().value()))
                .toList();
    }

    @Test
    void goesFromTheFirstThatJoinedToTheLastWhateverTheirOrder() {
        List<Member> members = IntStream.range(0, 102)
                .mapToObj(number -> member(number, "ACTIVE"))
                .collect(Collectors.toList());
        long seed = System.nanoTime();
        Collections.shuffle(members, new Random(seed));

        assertThat(sampleOf(members)).as("seed %d", seed).containsExactly(1, 26, 51, 76, 101);
    }

    @Test
    void leavesOutTheManagementAccountTheSpecialOnesAndWhatIsNotActive() {
        List<Member> members = List.of(
                member(0, "ACTIVE"),
                member(1, "SUSPENDED"),
                member(2, "ACTIVE"),
                member(3, "ACTIVE"),
                member(4, "NEW"));

        assertThat(sampleOf(members)).containsExactly(2, 4);
    }

    @Test
    void anOrganizationWithoutMembersHasNoSample() {
        assertThat(sampleOf(List.of(member(0, "ACTIVE"), member(3, "ACTIVE")))).isEmpty();
    }
}
