package io.sharewell.scanner.aws;

import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionRecord;
import io.sharewell.scanner.domain.Answer;
import io.sharewell.seal.BrokenSealException;
import io.sharewell.seal.OpenedSessions;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionOverException;
import io.sharewell.seal.UnknownSealKeyException;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** The credentials for requests about a record, or in the domain's words why there are none. */
record UnitCredentials(OpenedSessions sessions) {

    /**
     * @return refused if the seal is broken
     * @throws HeldUpException if the session is over or missing, or the seal's key is unknown
     */
    Answer<AwsRequestOverrideConfiguration> of(SessionRecord record) {
        try {
            SessionCredentials session = sessions.of(record);
            return new Answer.Given<>(RequestCredentials.of(
                    session.accessKeyId(),
                    session.secretAccessKey().value(),
                    session.sessionToken().value()));
        } catch (BrokenSealException e) {
            return new Answer.Refused<>(Problem.of(Reason.SEAL_BROKEN, e.getMessage()));
        } catch (SessionOverException e) {
            throw new HeldUpException(Kind.SESSION_OVER, e.getMessage());
        } catch (UnknownSealKeyException e) {
            throw new HeldUpException(Kind.SEAL_KEY_UNKNOWN, e.getMessage());
        }
    }
}
