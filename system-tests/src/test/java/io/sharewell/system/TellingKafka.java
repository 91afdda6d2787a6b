package io.sharewell.system;

import kafka.Kafka;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Kafka's own main program, with its warnings and errors on its standard output. */
public final class TellingKafka {

    private TellingKafka() {}

    public static void main(String[] settings) {
        Logger root = LogContext.getLogContext().getLogger("");
        root.setLevel(Level.WARN);
        root.addHandler(new ConsoleHandler(new PatternFormatter("%d{HH:mm:ss.SSS} %p [%c] %m%e%n")));
        Kafka.main(settings);
    }
}
