package io.sharewell.writer.domain;

import io.sharewell.events.Action;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.UnsettledTarget;
import io.sharewell.events.WorkloadFound;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Settles one target of one workload: look, decide, make at most one change; and if somebody else was faster, look again.
 */
final class TargetSharing {

    private static final int ROUNDS = 3;

    /** What a round comes to. */
    private sealed interface Round {

        record Settled(TargetOutcome outcome) implements Round {}

        /**
         * Things have changed meanwhile: look again.
         *
         * @param share the share that is there, as far as is known
         */
        record Again(Problem why, Optional<Share> share) implements Round {}
    }

    private final WorkloadFound found;
    private final Target target;
    private final Delivery delivery;
    private final ShareDecision decision;
    private final WorkloadShares shares;
    private final int planned;

    private Action done = Action.NONE;
    private String replaced;
    private String awaited;
    private Action asked;

    /** @param planned how many shares the plan has for other targets; zero if it is none */
    TargetSharing(
            WorkloadFound found,
            Target target,
            Delivery delivery,
            ShareDecision decision,
            WorkloadShares shares,
            int planned) {
        this.found = found;
        this.target = target;
        this.delivery = delivery;
        this.decision = decision;
        this.shares = shares;
        this.planned = planned;
        found.unsettled(target.principal()).ifPresent(this::goOn);
    }

    private void goOn(UnsettledTarget earlier) {
        done = earlier.action();
        replaced = earlier.replaces();
        awaited = earlier.awaited();
        asked = earlier.asked();
    }

    /** What the next attempt must know of this one; empty if nothing was done. */
    Optional<UnsettledTarget> unsettled() {
        boolean untouched = done == Action.NONE && replaced == null && awaited == null && asked == null;
        return untouched
                ? Optional.empty()
                : Optional.of(
                        new UnsettledTarget(target.principal(), target.permission(), done, replaced, awaited, asked));
    }

    /** @throws HeldUpException if it cannot be settled now */
    TargetOutcome settle() {
        Round round = look();
        for (int rounds = 1; rounds < ROUNDS && round instanceof Round.Again; rounds++) {
            round = look();
        }
        return switch (round) {
            case Round.Settled(TargetOutcome outcome) -> outcome;
            case Round.Again(Problem why, Optional<Share> _)
            when done == Action.DELETED && replaced != null ->
                throw new HeldUpException(
                        HeldUpException.Kind.TROUBLE,
                        "share " + replaced + " is deleted, and AWS takes none in its place yet: " + why.detail());
            case Round.Again(Problem why, Optional<Share> share) ->
                outcome(done, share, Problem.of(Reason.WORKLOAD_IN_USE, why.detail()));
        };
    }

    private Round look() {
        return switch (shares.with(target.principal())) {
            case Answer.Given<List<Share>>(List<Share> existing) -> {
                if (existing.stream().anyMatch(this::wasMadeBefore)) {
                    done = done.and(Action.CREATED);
                    awaited = null;
                }
                if (isAsAsked(existing)) {
                    done = done.and(asked);
                    asked = null;
                }
                yield carryOut(decision.decide(
                        existing,
                        target.permission(),
                        found.envelope().purpose(),
                        found.envelope().mode()));
            }
            // A list knows one thing only that can be gone
            case Answer.Overtaken<List<Share>>(Problem gone) -> settled(Optional.empty(), gone);
            case Answer.Refused<List<Share>>(Problem problem) -> settled(Optional.empty(), problem);
        };
    }

    /** Whether an earlier attempt made the share, though it did not get to know, or did not see it in a list. */
    private boolean wasMadeBefore(Share share) {
        boolean inPlaceOfAnother =
                done == Action.DELETED && replaced != null && !share.id().equals(replaced);
        return share.id().equals(awaited) || inPlaceOfAnother;
    }

    /** Whether things are as AWS was asked to make them, without an answer that said so. */
    private boolean isAsAsked(List<Share> existing) {
        return asked == Action.DELETED
                ? existing.isEmpty()
                : asked != null
                        && existing.stream()
                                .anyMatch(share -> share.allows(target.permission())
                                        && !share.id().equals(replaced));
    }

    private <T> Answer<T> ask(Action action, Supplier<Answer<T>> request) {
        try {
            return request.get();
        } catch (HeldUpException e) {
            if (e.kind() == HeldUpException.Kind.TROUBLE) {
                asked = action;
            }
            throw e;
        }
    }

    private Round carryOut(Decision decided) {
        return switch (decided) {
            case Decision.Leave(Optional<Share> share, Problem problem) -> settled(share, problem);
            case Decision.Report(Action would, Optional<Share> _)
            when would == Action.WOULD_CREATE && isFull() -> full();
            case Decision.Report(Action would, Optional<Share> share) -> new Round.Settled(outcome(would, share, null));
            case Decision.Create() -> create();
            case Decision.Update(Share share) -> update(share);
            case Decision.DeleteAndCreate(Share share) -> renew(share);
            case Decision.Delete(List<Share> all) -> delete(all);
        };
    }

    private Round create() {
        if (isFull()) {
            return full();
        }
        ClientRequestToken token = ClientRequestToken.toCreate(found, target, replaced);
        return switch (ask(Action.CREATED, () -> shares.create(target, token))) {
            case Answer.Given<String>(String shareId) ->
                switch (delivery) {
                    case FIRST -> created(new Share(shareId, target.permission().name(), firstStatus(), null));
                    case REPEATED -> confirmed(shareId);
                };
            case Answer.Overtaken<String>(Problem changed) -> new Round.Again(changed, Optional.empty());
            case Answer.Refused<String>(Problem problem) -> settled(Optional.empty(), problem);
        };
    }

    private boolean isFull() {
        return shares.left() <= planned;
    }

    private Round full() {
        return settled(Optional.empty(), Problem.of(Reason.QUOTA_REACHED, "none of the workload's shares is left"));
    }

    /** Whether the share is there: what AWS remembers of an earlier request may be deleted since. */
    private Round confirmed(String shareId) {
        asked = Action.CREATED;
        return switch (shares.with(target.principal())) {
            case Answer.Given<List<Share>>(List<Share> existing) ->
                existing.stream()
                        .filter(share -> share.id().equals(shareId))
                        .findFirst()
                        .map(this::created)
                        .orElseGet(() -> missing(shareId));
            case Answer.Overtaken<List<Share>>(Problem changed) -> new Round.Again(changed, Optional.empty());
            case Answer.Refused<List<Share>>(Problem problem) -> {
                done = done.and(Action.CREATED);
                yield settled(Optional.of(new Share(shareId, target.permission().name(), null, null)), problem);
            }
        };
    }

    /** A list may not have it yet: only what is missing again after a rest on the retry ladder is taken for deleted. */
    private Round missing(String shareId) {
        if (!shareId.equals(awaited)) {
            awaited = shareId;
            throw new HeldUpException(
                    HeldUpException.Kind.TROUBLE,
                    "AWS answers with share " + shareId + ", which its list does not have yet, or has no more");
        }
        awaited = null;
        replaced = shareId;
        return new Round.Again(
                Problem.of(Reason.WORKLOAD_IN_USE, "AWS answers with share " + shareId + ", which is not there"),
                Optional.empty());
    }

    private Round created(Share share) {
        done = done.and(Action.CREATED);
        return settled(Optional.of(share), null);
    }

    /** AWS says nothing but the id: an account or user is invited, an OU or organization is not asked. */
    private String firstStatus() {
        Principal principal = target.principal();
        return (principal.account().isPresent() ? ShareStatus.PENDING : ShareStatus.ASSOCIATING).name();
    }

    private Round update(Share share) {
        return switch (ask(Action.UPDATED, () -> shares.update(share, target.permission()))) {
            case Answer.Given<Share>(Share updated) -> {
                done = done.and(Action.UPDATED);
                yield settled(Optional.of(updated), null);
            }
            case Answer.Overtaken<Share>(Problem changed) -> new Round.Again(changed, Optional.of(share));
            case Answer.Refused<Share>(Problem problem) -> settled(Optional.of(share), problem);
        };
    }

    private Round renew(Share dead) {
        return switch (askToDelete(dead)) {
            case Answer.Given<Share> _ -> {
                done = done.and(Action.DELETED);
                replaced = dead.id();
                yield create();
            }
            case Answer.Overtaken<Share>(Problem changed) -> new Round.Again(changed, Optional.of(dead));
            case Answer.Refused<Share>(Problem problem) -> settled(Optional.of(dead), problem);
        };
    }

    private Answer<Share> askToDelete(Share share) {
        return ask(Action.DELETED, () -> shares.delete(share, ClientRequestToken.toDelete(found, share)));
    }

    private Round delete(List<Share> all) {
        for (Share share : all) {
            switch (askToDelete(share)) {
                case Answer.Given<Share> _ -> done = done.and(Action.DELETED);
                case Answer.Overtaken<Share>(Problem changed) -> {
                    return new Round.Again(changed, Optional.of(share));
                }
                case Answer.Refused<Share>(Problem problem) -> {
                    return settled(Optional.of(share), problem);
                }
            }
        }
        return settled(Optional.empty(), null);
    }

    private Round settled(Optional<Share> share, Problem problem) {
        return new Round.Settled(outcome(done, share, problem));
    }

    private TargetOutcome outcome(Action action, Optional<Share> share, Problem problem) {
        return new TargetOutcome(
                target.principal(),
                target.permission(),
                action,
                share.map(Share::id).orElse(null),
                share.map(Share::status).orElse(null),
                problem);
    }
}
