package io.sharewell.messaging;

import java.util.List;

/** A bean that knows what is wrong with the settings of its module. All faults of all modules stop the start at once. */
@FunctionalInterface
public interface SettingsCheck {

    /** One sentence per fault, which names the setting and the cure; empty if all is well. */
    List<String> faults();
}
