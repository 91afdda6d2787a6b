package io.sharewell.simulator.server;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an answer's body that comes bit by bit.
 *
 * @param atMillis after the answer's head
 */
record Piece(long atMillis, int from, int to) {

    private static final int PIECES = 10;

    /** One byte at once, the rest evenly over the time, the last of it when the time is over. */
    static List<Piece> of(int length, long overMillis) {
        var pieces = new ArrayList<Piece>();
        int from = Math.min(1, length);
        pieces.add(new Piece(0, 0, from));
        for (int number = 1; number <= PIECES; number++) {
            int to = from + (length - from) / (PIECES - number + 1);
            pieces.add(new Piece(overMillis * number / PIECES, from, to));
            from = to;
        }
        return pieces;
    }
}
