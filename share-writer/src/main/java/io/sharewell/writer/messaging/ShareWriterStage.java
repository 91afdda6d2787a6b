package io.sharewell.writer.messaging;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.events.WorkloadFound;
import io.sharewell.messaging.Handled;
import io.sharewell.messaging.Stage;
import io.sharewell.writer.WriterSettings;
import io.sharewell.writer.domain.InvitationAnswering;
import io.sharewell.writer.domain.Members;
import io.sharewell.writer.domain.Progress;
import io.sharewell.writer.domain.TargetRegions;
import io.sharewell.writer.domain.WellArchitected;
import io.sharewell.writer.domain.WorkloadSharing;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Works on each workload and each invitation of {@code workloads-found}. */
@Singleton
class ShareWriterStage implements Stage {

    static final String MODULE = "share-writer";

    private final Multi<Message<byte[]>> incoming;
    private final WriterSettings settings;
    private final Clock clock;
    private final WorkloadSharing sharing;
    private final InvitationAnswering answering;

    ShareWriterStage(
            @Channel("share-writer-in") Multi<Message<byte[]>> incoming,
            WriterSettings settings,
            WellArchitected wellArchitected,
            Members members,
            TargetRegions regions,
            Clock clock) {
        this.incoming = incoming;
        this.settings = settings;
        this.clock = clock;
        this.sharing = new WorkloadSharing(
                SettingsWords.targets(settings), SettingsWords.policies(settings), wellArchitected, regions);
        this.answering = new InvitationAnswering(members, wellArchitected);
    }

    @Override
    public Handled handle(WorkRecord record, Instant saidAt) {
        return switch (record) {
            case WorkloadFound found when found.envelope().purpose() != Purpose.ACCEPT -> share(found, saidAt);
            case InvitationFound found when found.envelope().purpose() == Purpose.ACCEPT -> answer(found);
            case WorkloadFound _, InvitationFound _, AccountDiscovered _, AccountSessionOpened _, SessionExpired _ ->
                new Handled.GiveUp(record, Problem.of(Reason.MALFORMED_RECORD, "not a record of this sweep's purpose"));
        };
    }

    private Handled share(WorkloadFound found, Instant saidAt) {
        return switch (sharing.share(found, Deliveries.of(found, saidAt, clock.instant()))) {
            case Progress.Whole(WorkloadResult result) -> {
                ShareLog.log(result);
                yield Handled.done(result);
            }
            case Progress.HeldUp(WorkloadFound soFar, HeldUpException why) -> {
                ShareLog.log(soFar, why);
                yield Handled.heldUp(soFar, why);
            }
        };
    }

    private Handled answer(InvitationFound found) {
        try {
            InvitationResult result = answering.answer(found);
            ShareLog.log(result);
            return Handled.done(result);
        } catch (HeldUpException e) {
            return Handled.heldUp(found, e);
        }
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public Topic source() {
        return Topic.WORKLOADS_FOUND;
    }

    @Override
    public Set<Topic> sinks() {
        return Set.of(Topic.SHARE_RESULTS, Topic.SESSION_RENEWALS);
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Multi<Message<byte[]>> incoming() {
        return incoming;
    }
}
