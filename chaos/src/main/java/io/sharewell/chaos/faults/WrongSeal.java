package io.sharewell.chaos.faults;

import io.sharewell.events.EventCodec;
import io.sharewell.events.SealedSession;
import io.sharewell.events.SessionRecord;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Ways to give a record a sealed session that it must not be worked on with. */
enum WrongSeal {
    OF_ANOTHER_ACCOUNT {
        @Override
        SealedSession seal(SealedSession own, SealedSession other) {
            return other;
        }
    },
    TAMPERED {
        @Override
        SealedSession seal(SealedSession own, SealedSession other) {
            byte[] bytes = Base64.getDecoder().decode(own.sealed());
            bytes[bytes.length - 1] ^= 1;
            return new SealedSession(own.sessionId(), Base64.getEncoder().encodeToString(bytes), own.expiresAt());
        }
    },
    LIVES_LONGER {
        @Override
        SealedSession seal(SealedSession own, SealedSession other) {
            return new SealedSession(
                    own.sessionId(), own.sealed(), own.expiresAt().plusSeconds(3600));
        }
    },
    BY_AN_UNKNOWN_KEY {
        @Override
        SealedSession seal(SealedSession own, SealedSession other) {
            byte[] bytes = Base64.getDecoder().decode(own.sealed());
            // Tink's prefix of a ciphertext names its key in the bytes 1 to 4
            bytes[2] ^= 0x55;
            return new SealedSession(own.sessionId(), Base64.getEncoder().encodeToString(bytes), own.expiresAt());
        }
    };

    abstract SealedSession seal(SealedSession own, SealedSession other);

    /** A real record with the wrong seal; none if it has none at all. */
    Optional<ProducerRecord<byte[], byte[]>> of(
            ConsumerRecord<byte[], byte[]> real, ConsumerRecord<byte[], byte[]> another) {
        return Readable.event(real) instanceof SessionRecord own
                        && Readable.event(another) instanceof SessionRecord other
                ? Optional.of(new ProducerRecord<>(
                        real.topic(),
                        null,
                        real.key(),
                        EventCodec.encode(own.with(own.envelope(), seal(own.session(), other.session()), own.grant())),
                        real.headers()))
                : Optional.empty();
    }
}
