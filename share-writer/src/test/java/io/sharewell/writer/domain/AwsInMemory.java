package io.sharewell.writer.domain;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.WorkloadFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The Well-Architected Tool with one workload, as far as its behaviour is known; where it is not, the test chooses. What
 * happens before a call and after it, a test can choose, too.
 */
final class AwsInMemory implements WellArchitected, WorkloadShares {

    /** Whether AWS takes a second share with the same principal. */
    enum Duplicates {
        ALLOWED,
        REFUSED
    }

    /** Whether AWS remembers a client token after its share was deleted. */
    enum Tokens {
        REMEMBERED,
        FORGOTTEN
    }

    private record Row(Principal principal, Share share) {}

    private final Duplicates duplicates;
    private final Tokens tokens;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<ClientRequestToken, String> remembered = new HashMap<>();
    private final Map<String, Runnable> before = new HashMap<>();
    private final Map<String, Runnable> after = new HashMap<>();
    private final Map<String, Problem> refusals = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();
    private HeldUpException closed;
    private Problem broken;
    private boolean gone;
    private boolean hiding;
    private final Set<String> hidden = new HashSet<>();
    private int ids;

    AwsInMemory() {
        this(Duplicates.REFUSED, Tokens.REMEMBERED);
    }

    AwsInMemory(Duplicates duplicates, Tokens tokens) {
        this.duplicates = duplicates;
        this.tokens = tokens;
    }

    // What the test arranges; a call is named by its verb ("create"), or by verb and what it is about

    String has(Target target, String status) {
        return put(target, status);
    }

    void remove(String shareId) {
        rows.remove(shareId);
        if (tokens == Tokens.FORGOTTEN) {
            remembered.values().remove(shareId);
        }
    }

    /** From now on, no list has what is made. */
    void hidesNewShares() {
        hiding = true;
    }

    void showsAll() {
        hiding = false;
        hidden.clear();
    }

    void deleteWorkload() {
        gone = true;
        rows.clear();
    }

    void refuses(String call, Reason reason) {
        refusals.put(call, Problem.of(reason, "refused by the test"));
    }

    /** Happens once, when the call comes and before it has its effect. */
    void before(String call, Runnable happens) {
        before.put(call, once(before, call, happens));
    }

    void alwaysBefore(String call, Runnable happens) {
        before.put(call, happens);
    }

    /** Happens once, when the call has had its effect and before its answer. */
    void after(String call, Runnable happens) {
        after.put(call, once(after, call, happens));
    }

    void dropsTheAnswerOf(String call) {
        after(call, () -> {
            throw new HeldUpException(HeldUpException.Kind.TROUBLE, "connection reset");
        });
    }

    void isHeldUpBefore(String call, HeldUpException.Kind kind) {
        before(call, () -> {
            throw new HeldUpException(kind, "held up by the test");
        });
    }

    void letsNobodyIn(HeldUpException why) {
        closed = why;
    }

    void letsNobodyIn(Problem why) {
        broken = why;
    }

    // What the test looks at

    List<String> calls() {
        return calls;
    }

    List<String> writes() {
        return calls.stream().filter(call -> !call.startsWith("list")).toList();
    }

    List<Share> sharesWith(Target target) {
        return rows.values().stream()
                .filter(row -> row.principal().equals(target.principal()))
                .map(Row::share)
                .toList();
    }

    List<String> accepted() {
        return accepted;
    }

    // The Well-Architected Tool

    @Override
    public Answer<WorkloadShares> sharesOf(WorkloadFound found) {
        return open(this);
    }

    @Override
    public Answer<ShareInvitations> invitationsOf(InvitationFound found) {
        return open(invitation -> answer("accept", invitation.id(), () -> accept(invitation)));
    }

    private <T> Answer<T> open(T what) {
        if (closed != null) {
            throw closed;
        }
        return broken == null ? new Answer.Given<>(what) : new Answer.Refused<>(broken);
    }

    private Answer<Invitation> accept(Invitation invitation) {
        accepted.add(invitation.id());
        return new Answer.Given<>(invitation);
    }

    @Override
    public Answer<List<Share>> with(Principal principal) {
        return answer(
                "list",
                principal.value(),
                () -> new Answer.Given<>(rows.values().stream()
                        .filter(row -> row.principal().equals(principal))
                        .map(Row::share)
                        .filter(share -> !hidden.contains(share.id()))
                        .toList()));
    }

    @Override
    public Answer<String> create(Target target, ClientRequestToken token) {
        return answer("create", target.principal().value(), () -> {
            if (remembered.containsKey(token)) {
                return new Answer.Given<>(remembered.get(token));
            }
            if (duplicates == Duplicates.REFUSED && !sharesWith(target).isEmpty()) {
                return new Answer.Overtaken<>(Problem.of(Reason.WORKLOAD_IN_USE, "409"));
            }
            String id = put(target, "PENDING");
            remembered.put(token, id);
            return new Answer.Given<>(id);
        });
    }

    @Override
    public Answer<Share> update(Share share, Permission permission) {
        return answer("update", share.id(), () -> {
            Row row = rows.get(share.id());
            if (row == null) {
                return new Answer.Overtaken<>(Problem.of(Reason.WORKLOAD_GONE, "404"));
            }
            Share updated = new Share(share.id(), permission.name(), row.share().status(), null);
            rows.put(share.id(), new Row(row.principal(), updated));
            return new Answer.Given<>(updated);
        });
    }

    @Override
    public Answer<Share> delete(Share share, ClientRequestToken token) {
        return answer("delete", share.id(), () -> {
            if (!rows.containsKey(share.id())) {
                return new Answer.Overtaken<>(Problem.of(Reason.WORKLOAD_GONE, "404"));
            }
            remove(share.id());
            return new Answer.Given<>(share);
        });
    }

    @Override
    public int left() {
        return 20 - rows.size();
    }

    private <T> Answer<T> answer(String call, String about, Supplier<Answer<T>> effect) {
        String whole = call + " " + about;
        calls.add(whole);
        happen(before, call, whole);
        if (gone) {
            return new Answer.Overtaken<>(Problem.of(Reason.WORKLOAD_GONE, "404"));
        }
        Problem refusal = refusals.getOrDefault(call, refusals.get(whole));
        if (refusal != null) {
            return new Answer.Refused<>(refusal);
        }
        Answer<T> answer = effect.get();
        happen(after, call, whole);
        return answer;
    }

    private static void happen(Map<String, Runnable> events, String call, String whole) {
        events.getOrDefault(call, () -> {}).run();
        events.getOrDefault(whole, () -> {}).run();
    }

    private String put(Target target, String status) {
        String id = "share-" + ++ids;
        if (hiding) {
            hidden.add(id);
        }
        rows.put(
                id,
                new Row(target.principal(), new Share(id, target.permission().name(), status, null)));
        return id;
    }

    private static Runnable once(Map<String, Runnable> events, String call, Runnable happens) {
        return () -> {
            events.remove(call);
            happens.run();
        };
    }
}
