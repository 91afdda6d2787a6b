package io.sharewell.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 11, 12, 1000, 1009})
    void areTogetherTheWholeBodyInItsOrder(int length) {
        var pieces = Piece.of(length, 400);

        int end = 0;
        for (var piece : pieces) {
            assertThat(piece.from()).isEqualTo(end);
            assertThat(piece.to()).isGreaterThanOrEqualTo(end);
            end = piece.to();
        }
        assertThat(end).isEqualTo(length);
    }

    @Test
    void comeEvenlyOverTheTimeAfterAFirstByte() {
        assertThat(Piece.of(101, 400))
                .contains(new Piece(0, 0, 1), new Piece(40, 1, 11), new Piece(80, 11, 21))
                .last()
                .isEqualTo(new Piece(400, 91, 101));
    }
}
