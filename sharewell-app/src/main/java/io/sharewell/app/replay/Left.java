package io.sharewell.app.replay;

/** Why a record is not sent. */
enum Left {
    OTHER_SWEEP("of another sweep"),
    OTHER_ACCOUNT("of another account"),
    OTHER_REGION("of another Region"),
    OTHER_TIME("written at another time"),
    OLDER_COPY("older copies of a record that is sent"),
    UNREADABLE("this version cannot read"),
    ELSEWHERE("do not belong on the topic they come from"),
    NO_LEAVE("have a session that is over and no valid grant to renew it (7 days): start a new sweep"),
    REDRIVEN("were redriven already"),
    TOO_OFTEN("were redriven three times and came back each time: cure the cause, then start a new sweep");

    private final String text;

    Left(String text) {
        this.text = text;
    }

    /** Completes "so many records …". */
    String text() {
        return text;
    }

    /** Whether whoever runs the command has to do something about each such record. */
    boolean isToldOneByOne() {
        return this == TOO_OFTEN;
    }
}
