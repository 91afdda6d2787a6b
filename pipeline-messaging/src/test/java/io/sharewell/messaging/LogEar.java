package io.sharewell.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears warnings and errors. */
final class LogEar extends Handler {

    private final List<LogRecord> heard = new CopyOnWriteArrayList<>();

    void listen() {
        Logger.getLogger("").addHandler(this);
    }

    /** What loggers said whose names contain the word. */
    List<String> complaintsOf(String word) {
        return heard.stream()
                .filter(record -> record.getLoggerName().contains(word))
                .map(record -> record.getLoggerName() + ": " + record.getMessage())
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            heard.add(record);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
